// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.model.HasPrecision;
import picocli.CommandLine.Option;

/** In which precision a trained model's networks compute. */
public final class ModelPrecision {

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = PrecisionOption.NAMES + " Default: the model's.")
  private String name;

  /** Sets that which was given. */
  public void applyTo(HasPrecision<?> model) {
    TrainingOptions.ifGiven(name, model::setPrecision);
  }
}
