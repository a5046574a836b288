// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.selection.AlikeModels;

/**
 * How a selection ranked models.
 *
 * @param method what ranked them, as {@code disentangle select --method} names it
 * @param scores score of each model
 * @param ranking numbers of the models, the best first; of equal ones the lower number
 * @param matrix what the scores were made from, [model][model]; empty if each model was scored
 *     alone
 * @param names what each model is called, such as {@code InfoGanCr seed 42}; its number where
 *     nothing is known, as of selections that were saved before this was kept
 */
public record Ranked(
    String method, double[] scores, int[] ranking, double[][] matrix, List<String> names)
    implements Serializable {

  public Ranked {
    names = List.copyOf(names);
  }

  /** Of models that are called by their numbers. */
  public Ranked(String method, double[] scores, int[] ranking, double[][] matrix) {
    this(
        method,
        scores,
        ranking,
        matrix,
        IntStream.range(0, scores.length).mapToObj(String::valueOf).toList());
  }

  /** The same of models with these names. */
  public Ranked named(List<String> others) {
    return new Ranked(method, scores, ranking, matrix, others);
  }

  /** The number of the model that was selected. */
  public int selected() {
    return ranking[0];
  }

  /** The place of a model, 1 for the best. */
  public int place(int model) {
    for (int place = 0; place < ranking.length; place++) {
      if (ranking[place] == model) {
        return place + 1;
      }
    }
    throw InvalidInputException.of(
        String.format(Locale.ROOT, "Found model %d; expected 0 to %d", model, ranking.length - 1),
        "Models count from 0.");
  }

  /**
   * Groups of models that agree with each other as well as each with itself, and so vote for each
   * other: copies of one, models that collapsed alike, or models that found the same codes. Empty
   * where models were not compared with themselves.
   */
  public List<List<Integer>> alike() {
    return AlikeModels.of(matrix);
  }

  /** The same by names. */
  public List<List<String>> alikeNames() {
    return alike().stream().map(group -> group.stream().map(names::get).toList()).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ranked that
        && method.equals(that.method)
        && Arrays.equals(scores, that.scores)
        && Arrays.equals(ranking, that.ranking)
        && names.equals(that.names)
        && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * method.hashCode() + Arrays.hashCode(scores);
  }
}
