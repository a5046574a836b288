// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Small runs that show what the papers say of their systems. */
@Command(
    name = "experiment",
    description =
        "Train small models that show, by a number and a picture, what a paper says of its system.",
    subcommands = {
      ExperimentCategoriesCommand.class,
      ExperimentOoganCommand.class,
      ExperimentIbGanCommand.class
    })
public final class ExperimentCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing which experiment: " + spec.subcommands().keySet() + ".");
  }
}
