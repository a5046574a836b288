// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import net.jqwik.api.statistics.Statistics;
import org.apache.spark.SparkException;
import org.disentangle.error.InvalidInputException;

/** What came of a generated input: it works, or it is refused in the library's own form. */
enum Outcome {
  WORKS,
  REFUSED;

  /**
   * Runs the work.
   *
   * @param names of which the refusal must name one: a stage, a data source or a file
   * @throws AssertionError if it fails in any other way, also by running out of memory
   */
  static Outcome of(Callable<?> work, String... names) {
    try {
      work.call();
      return WORKS;
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      requireRefusal(e, names);
      return REFUSED;
    }
  }

  private static void requireRefusal(Throwable failure, String... names) {
    Throwable reason = failure;
    while (isWrapper(reason) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    String message = String.valueOf(reason.getMessage());
    if (!(reason instanceof InvalidInputException)
        || Arrays.stream(names).noneMatch(message::contains)) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "neither works nor is refused, naming one of %s: %s",
              Arrays.toString(names),
              reason),
          failure);
    }
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof SparkException || failure instanceof ExecutionException;
  }

  /** Counts this outcome; the property fails unless both outcomes have this share in the end. */
  void requireShareOfBoth(int percent) {
    Statistics.label("outcome")
        .collect(this)
        .coverage(
            shares -> {
              shares.check(WORKS).percentage(share -> share >= percent);
              shares.check(REFUSED).percentage(share -> share >= percent);
            });
  }
}
