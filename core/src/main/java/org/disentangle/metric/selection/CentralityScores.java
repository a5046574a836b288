// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * ModelCentrality (Lin et al., "InfoGAN-CR and ModelCentrality", 2020, section 4): the model that
 * agrees best with all others is the one to choose, on the ground that well disentangled models are
 * alike and others are not.
 *
 * <p>From a cross matrix X, X_ij being a disentanglement score of the encoder of model i on data
 * that model j generated, with the codes of j as ground truth: {@code S = (X + X^T) / 2}, and
 * {@code score_i = mean_{j != i} S_ij}. The diagonal is not used. Of equal scores the model with
 * the lower number comes first.
 *
 * <p>Among models of several systems each system has the same say, however many models it has: a
 * vote weighs one over the number of models of the voter's system. Where all systems have equally
 * many, that is the mean above. Votes of a model's own system count, since a good system among bad
 * ones is known by nothing else; so a system whose models are all alike has an advantage.
 *
 * <p>Agreement is no proof. Candidates that are alike vote for each other whatever they are worth:
 * a seed that was trained twice, one collapse that happened many times ({@link AlikeModels} finds
 * them). And where most candidates mix the factors in the same way, as with codes that are rotated
 * alike, one of these wins over a disentangled one.
 */
public final class CentralityScores {

  /**
   * @param similarity the symmetrised matrix S, [model][model]
   * @param scores score of each model
   * @param ranking the models from the largest score to the smallest
   */
  public record Result(double[][] similarity, double[] scores, int[] ranking) {

    /** The most central model. */
    public int selected() {
      return ranking[0];
    }
  }

  private CentralityScores() {}

  /**
   * @param cross [encoder's model][generator's model], square, finite but for the diagonal; at
   *     least two models
   * @throws IllegalArgumentException if the matrix is not so
   */
  public static Result of(double[][] cross) {
    return of(cross, Collections.nCopies(cross.length, ""));
  }

  /**
   * The same among models of several systems.
   *
   * @param systems the name of each model's system
   * @throws IllegalArgumentException if the matrix is not square and finite
   */
  public static Result of(double[][] cross, List<String> systems) {
    int models = cross.length;
    if (models < 2 || Arrays.stream(cross).anyMatch(row -> row.length != models)) {
      throw InvalidInputException.of(
          "cross matrix",
          models + " rows, not each with as many entries, or too few",
          "a square matrix of at least 2 models");
    }
    double[][] similarity = new double[models][models];
    double[] scores = new double[models];
    double[] weights = weights(systems);
    for (int i = 0; i < models; i++) {
      double sum = 0;
      double votes = 0;
      for (int j = 0; j < models; j++) {
        similarity[i][j] = (cross[i][j] + cross[j][i]) / 2;
        if (i != j) {
          checkFinite(i, j, cross[i][j]);
          sum += weights[j] * similarity[i][j];
          votes += weights[j];
        }
      }
      scores[i] = sum / votes;
    }
    return new Result(similarity, scores, Ranking.descending(scores));
  }

  /** Of each model's vote; exactly 1 where all systems have equally many models. */
  private static double[] weights(List<String> systems) {
    int[] sizes = systems.stream().mapToInt(own -> Collections.frequency(systems, own)).toArray();
    int largest = Arrays.stream(sizes).max().orElse(1);
    return Arrays.stream(sizes).mapToDouble(size -> (double) largest / size).toArray();
  }

  private static void checkFinite(int i, int j, double value) {
    if (!Double.isFinite(value)) {
      throw InvalidInputException.of(
          "cross matrix",
          String.format(Locale.ROOT, "%s for encoder %d on generator %d", value, i, j),
          "finite scores",
          "Leave the diverged model out.");
    }
  }
}
