// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements of speed and memory. */
@Command(
    name = "bench",
    description = "Measure speed and memory of training, generation and metrics on this machine.",
    subcommands = {
      BenchStepCommand.class,
      BenchScaleCommand.class,
      BenchPredictCommand.class,
      BenchGenerateCommand.class,
      BenchMetricsCommand.class,
      BenchSoakCommand.class,
      BenchCompareCommand.class
    })
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing what to measure: step, scale, predict, generate, metrics, soak or compare.");
  }
}
