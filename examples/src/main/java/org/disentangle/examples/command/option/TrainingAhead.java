// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.PrintWriter;
import java.util.Locale;
import org.disentangle.estimator.HasRounds;

/**
 * What a command is about to train, said before it begins: a preset may take a day.
 *
 * @param estimator with its Params
 * @param runs how many there will be
 */
public record TrainingAhead(HasRounds<?> estimator, int runs) {

  public void print(PrintWriter out) {
    out.println(this);
    out.flush();
  }

  @Override
  public String toString() {
    long first = Math.min(estimator.getAveragingFrequency(), estimator.getMaxIter());
    return String.format(
        Locale.ROOT,
        "%s of %d iterations with %s; how long it will take is shown after %d of them",
        counted(runs, "training run"),
        estimator.getMaxIter(),
        counted(estimator.getNumWorkers(), "worker"),
        first);
  }

  private static String counted(int count, String what) {
    return String.format(Locale.ROOT, count == 1 ? "%d %s" : "%d %ss", count, what);
  }
}
