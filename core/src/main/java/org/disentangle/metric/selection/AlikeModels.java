// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * Candidates that agree with each other as well as each agrees with itself: copies of one model (a
 * seed trained twice), one and the same collapse, or models that found the same codes. They vote
 * for each other in {@link CentralityScores}, and a score cannot show which of these they are.
 */
public final class AlikeModels {

  /** Between the votes of two samples of one model. */
  private static final double TOLERANCE = 0.01;

  private AlikeModels() {}

  /**
   * Groups of two or more models, each alike to another of its group; both in increasing order.
   *
   * @param similarity [model][model], symmetric, with the agreement of each model with itself on
   *     the diagonal; a model of which that is 0 or NaN is alike to none
   */
  public static List<List<Integer>> of(double[][] similarity) {
    List<List<Integer>> groups = new ArrayList<>();
    boolean[] grouped = new boolean[similarity.length];
    for (int model = 0; model < similarity.length; model++) {
      if (!grouped[model]) {
        List<Integer> group = new ArrayList<>();
        collect(model, similarity, grouped, group);
        if (group.size() > 1) {
          groups.add(group.stream().sorted().toList());
        }
      }
    }
    return groups;
  }

  private static void collect(
      int model, double[][] similarity, boolean[] grouped, List<Integer> group) {
    grouped[model] = true;
    group.add(model);
    for (int other = 0; other < similarity.length; other++) {
      if (!grouped[other] && alike(similarity, model, other)) {
        collect(other, similarity, grouped, group);
      }
    }
  }

  private static boolean alike(double[][] similarity, int one, int other) {
    double ofOne = similarity[one][one];
    double ofOther = similarity[other][other];
    return ofOne > 0 && ofOther > 0 && similarity[one][other] >= (ofOne + ofOther) / 2 - TOLERANCE;
  }
}
