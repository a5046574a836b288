// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;

/**
 * Votes of a FactorVAE score: how often each code was the steadiest while each factor was fixed.
 *
 * @param votes counts, [code][factor]; all rows equally long
 */
public record VoteTable(int[][] votes) {

  public static VoteTable empty(int numCodes, int numFactors) {
    return new VoteTable(new int[numCodes][numFactors]);
  }

  /** Adds a vote. */
  public void add(int code, int factor) {
    votes[code][factor]++;
  }

  public int total() {
    return Arrays.stream(votes).flatMapToInt(Arrays::stream).sum();
  }

  /** For each code the factor it was voted for most often; the lowest of several equal ones. */
  public int[] majority() {
    return Arrays.stream(votes).mapToInt(VoteTable::largestIndex).toArray();
  }

  /** Share of these votes that the majority classifier of this same table gets right. */
  public double majorityScore() {
    return agreementWith(majority());
  }

  /**
   * The same where only as many codes as there are factors may count, those with the largest
   * majorities; never above {@link #majorityScore()}.
   */
  public double revisedScore() {
    int numFactors = votes[0].length;
    int[] majorities =
        Arrays.stream(votes).mapToInt(row -> row[largestIndex(row)]).sorted().toArray();
    int counted = Math.min(numFactors, majorities.length);
    int sum = Arrays.stream(majorities, majorities.length - counted, majorities.length).sum();
    return share(sum);
  }

  /**
   * Share of these votes that a classifier gets right; 0 if there are no votes.
   *
   * @param classifier factor of each code
   */
  public double agreementWith(int[] classifier) {
    int right = 0;
    for (int code = 0; code < votes.length; code++) {
      right += votes[code][classifier[code]];
    }
    return share(right);
  }

  private double share(int count) {
    int total = total();
    return total == 0 ? 0 : (double) count / total;
  }

  private static int largestIndex(int[] row) {
    int best = 0;
    for (int factor = 1; factor < row.length; factor++) {
      if (row[factor] > row[best]) {
        best = factor;
      }
    }
    return best;
  }
}
