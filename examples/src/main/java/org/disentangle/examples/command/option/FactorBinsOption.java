// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import picocli.CommandLine.Option;

/** Into how many intervals factors of many values are divided. */
public final class FactorBinsOption {

  @ForMetrics
  @Option(
      names = "--factor-bins",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Intervals that factors with more values are divided into, as continuous ones need (20 is common);"
              + " 0 takes values as they are. Default: ${DEFAULT-VALUE}.")
  private int bins;

  /** That number; 0 for values as they are. */
  public int bins() {
    return bins;
  }
}
