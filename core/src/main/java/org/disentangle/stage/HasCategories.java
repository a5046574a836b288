// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.param.IntArrayParam;
import org.disentangle.error.InvalidInputException;

/** Param that says which codes are categorical. */
public interface HasCategories<T extends StageParams<T>> extends StageParams<T> {

  /**
   * Numbers of categories, each at least 2, of the categorical codes, which are the first ones of
   * {@code numCodes}; the value of such a code is the number of its category, from 0. Default none,
   * or the preset's.
   */
  default IntArrayParam categories() {
    return declared()
        .intArrayParam(
            "categories",
            Allowed.where(
                int[].class,
                "numbers of categories, each at least 2",
                counts -> Arrays.stream(counts).allMatch(count -> count >= 2),
                "Continuous codes are counted by numCodes alone."),
            "numbers of categories of the first codes; the default is none, or the preset's");
  }

  default int[] getCategories() {
    return isSet(categories()) ? value(categories()) : defaultCategories();
  }

  /** What {@link #getCategories()} is unless it is set. */
  default int[] defaultCategories() {
    return new int[0];
  }

  default T setCategories(int... counts) {
    return with(categories(), counts);
  }

  /** The numbers of categories in effect. */
  default List<Integer> categoryCounts() {
    return Arrays.stream(getCategories()).boxed().toList();
  }

  /**
   * Refuses more categorical codes than codes.
   *
   * @throws InvalidInputException if there are
   */
  default void checkCategories(int numCodes) {
    int categorical = categoryCounts().size();
    if (categorical > numCodes) {
      throw InputErrors.of(this)
          .parameter(
              "categories",
              getCategories(),
              String.format(Locale.ROOT, "at most numCodes (%d) numbers", numCodes),
              "numCodes counts codes of both kinds.");
    }
  }
}
