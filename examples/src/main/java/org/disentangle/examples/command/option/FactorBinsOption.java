// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;

/** Into how many intervals factors of many values are divided. */
public final class FactorBinsOption {

  private static final String NAME = "--factor-bins";
  private static final InputErrors ERRORS = new InputErrors("disentangle");

  @ForMetrics
  @Option(
      names = NAME,
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Intervals that factors with more values are divided into, as continuous ones need (20 is common);"
              + " 0 takes values as they are. Default: ${DEFAULT-VALUE}.")
  private int bins;

  /**
   * That number; 0 for values as they are.
   *
   * @throws org.disentangle.error.InvalidInputException if it is below 0
   */
  public int bins() {
    if (bins < 0) {
      throw ERRORS.parameter(NAME, bins, "a whole number, at least 0");
    }
    return bins;
  }
}
