// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.file.Place;
import org.disentangle.model.Traversal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A picture of what each code does. */
@Command(
    name = "traverse",
    description = {
      "Draw what each code of a trained model does.",
      "Writes a PNG: one row per code for each of several random images, the code going from -1 at the left to"
          + " 1 at the right."
    })
final class TraverseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "3",
      description = "Random images to start from. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Images per row. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of the random images. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "PNG", description = "PNG file to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(spark).reads("--model", model.path());
    Place png = outputs.file("--out", out);
    outputs.require();
    try (SparkRun run = spark.start("traverse")) {
      new Traversal(model.load(run.session()))
          .samples(samples)
          .steps(steps)
          .seed(seed)
          .write(png, output.overwrite());
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "traversal: %s%n", out);
    return 0;
  }
}
