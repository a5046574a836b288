// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;

/**
 * The FactorVAE score (Kim and Mnih, "Disentangling by Factorising", 2018, section 4): fix one
 * factor, let the others vary, and see which code varies least.
 *
 * <p>One vote: take rows that share one value of one factor; divide each code by its standard
 * deviation over all rows; the code with the smallest variance votes for that factor. The score is
 * the accuracy of the classifier that maps each code to the factor it was voted for most often. It
 * lies in [0, 1].
 *
 * <p>Chance is not 1 / number of factors: a classifier that is scored on the votes it was made from
 * makes the best of their noise, the more so the more codes there are. For 5 factors and 500 votes
 * of 100 rows, codes that ignore the factors score about 0.25, 0.28 and 0.38 with 5, 10 and 50
 * codes; only {@link Variant#HELD_OUT} is near 0.20. Nor is a middling score half the way: one code
 * that holds two of five factors, with noise in all others, scores about 0.38.
 *
 * <p>Constant codes never vote. If no code is left, the score is 0.
 */
public final class FactorVaeScore {

  /** How factors are chosen and what is counted. */
  public enum Variant {
    /**
     * Lin et al., "InfoGAN-CR and ModelCentrality", 2020: the factors take turns, and the
     * classifier is scored on the votes it was made from.
     */
    INFOGAN_CR,
    /** The same, but only as many codes as there are factors count, those with most votes. */
    INFOGAN_CR_REVISED,
    /** Kim and Mnih: each vote's factor is drawn at random; scored on the same votes. */
    PAPER,
    /**
     * Locatello et al., "Challenging common assumptions", 2019: as {@link #PAPER}, but scored on
     * half as many fresh votes (at least one), which removes the optimism of scoring the training
     * votes.
     */
    HELD_OUT
  }

  /**
   * @param numVotes votes the classifier is made from, at least 1
   * @param votesSampleSize rows a vote, at least 2; fewer are used where fewer share the value
   * @param minCodeStd codes with a smaller standard deviation over all rows never vote; at least 0
   * @param seed seed of all draws
   */
  public record Settings(int numVotes, int votesSampleSize, double minCodeStd, long seed) {

    /** 500 votes of 100 rows, no threshold, as in Lin et al. */
    public static final Settings DEFAULT = new Settings(500, 100, 0, 42);

    public Settings {
      if (numVotes < 1 || votesSampleSize < 2 || !(minCodeStd >= 0)) {
        throw InvalidInputException.of(
            "settings",
            String.format(
                Locale.ROOT,
                "%d votes of %d rows, smallest standard deviation %s",
                numVotes,
                votesSampleSize,
                minCodeStd),
            "at least 1 vote of at least 2 rows, and a standard deviation of at least 0");
      }
    }

    /** The same with another seed. */
    public Settings withSeed(long other) {
      return new Settings(numVotes, votesSampleSize, minCodeStd, other);
    }
  }

  /**
   * @param score the score, in [0, 1]
   * @param votes the votes the classifier was made from; empty if no code varies
   * @param scale the standard deviation of each code over all rows
   * @param prunedCodes the codes that had no vote
   */
  public record Result(double score, VoteTable votes, CodeScale scale, List<Integer> prunedCodes) {}

  private FactorVaeScore() {}

  /**
   * The score of a table.
   *
   * @throws IllegalArgumentException if a factor has one value only, or its values are no {@link
   *     FactorClasses}
   */
  public static Result score(LabelledCodes table, Variant variant, Settings settings) {
    RowsByFactor[] index = new RowsByFactor[table.numFactors()];
    for (int factor = 0; factor < index.length; factor++) {
      index[factor] = new RowsByFactor(table, factor);
    }
    CodeScale scale = CodeScale.of(table, settings.minCodeStd());
    Voting voting =
        new Voting(index, scale, settings, variant, new SplittableRandom(settings.seed()));
    VoteTable votes = voting.hold(settings.numVotes());
    double score =
        switch (variant) {
          case INFOGAN_CR, PAPER -> votes.majorityScore();
          case INFOGAN_CR_REVISED -> votes.revisedScore();
          case HELD_OUT ->
              voting.hold(Math.max(1, settings.numVotes() / 2)).agreementWith(votes.majority());
        };
    return new Result(score, votes, scale, scale.pruned());
  }

  private record Voting(
      RowsByFactor[] index,
      CodeScale scale,
      Settings settings,
      Variant variant,
      SplittableRandom random) {

    VoteTable hold(int numVotes) {
      VoteTable votes = VoteTable.empty(scale.std().length, index.length);
      if (scale.pruned().size() == scale.std().length) {
        return votes;
      }
      boolean inTurn = variant == Variant.INFOGAN_CR || variant == Variant.INFOGAN_CR_REVISED;
      for (int vote = 0; vote < numVotes; vote++) {
        int factor = inTurn ? vote % index.length : random.nextInt(index.length);
        double[][] group = index[factor].group(settings.votesSampleSize(), random);
        int steadiest = scale.steadiest(group);
        if (steadiest < 0) {
          throw InvalidInputException.of(
              "codes",
              "spreads that are no numbers",
              "codes that double precision can compute with",
              "Scale the codes: some are beyond 1e150.");
        }
        votes.add(steadiest, factor);
      }
      return votes;
    }
  }
}
