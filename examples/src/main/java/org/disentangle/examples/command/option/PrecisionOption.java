// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.error.InvalidInputException;
import org.disentangle.model.HasPrecision;
import org.disentangle.net.Precision;
import picocli.CommandLine.Option;

/** In which precision networks compute. */
public final class PrecisionOption {

  /** What there is to choose from. */
  public static final String NAMES =
      "Numbers in which networks compute: float32, or bfloat16 on processors with AVX512_BF16 or AMX.";

  @SetsParam(value = "precision", described = false)
  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "float32",
      description = NAMES + " Default: ${DEFAULT-VALUE}.")
  private String name;

  /**
   * That which was given.
   *
   * @throws InvalidInputException if there is no such precision, or this machine cannot compute in
   *     it
   */
  public Precision require() {
    Precision precision = Precision.of(name);
    precision.requireHere();
    return precision;
  }

  /** Sets that which was given. */
  public void applyTo(HasPrecision<?> stage) {
    stage.setPrecision(require().id());
  }
}
