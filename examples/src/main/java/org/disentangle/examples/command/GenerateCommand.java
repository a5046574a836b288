package org.disentangle.examples.command;

import java.util.concurrent.Callable;
import org.disentangle.examples.generation.LabelledImages;
import org.disentangle.image.ImageFormat;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Codes drawn from the prior, rendered and written as a labelled data set. */
@Command(
    name = "generate",
    description = {
      "Generate a labelled data set with a trained model.",
      "Writes Parquet with the columns id, codes (the labels), noise and the image. The same model, seed and"
          + " count give the same rows on any number of cores."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Images. Default: ${DEFAULT-VALUE}.")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where codes and noise come from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "png",
      description = "Form of the images: image, png, array or vector. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Parquet to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new InputErrors("disentangle generate")
          .parameter("--count", count, "at least 1", "a sign is left over.");
    }
    ImageFormat.of(format);
    output.require(out);
    try (SparkRun run = spark.start("generate")) {
      InfoGanCrModel fitted = model.load(run.session());
      fitted.setImageFormat(format);
      new LabelledImages(fitted, count, seed).write(run.session(), output.saveMode(), out);
    }
    spec.commandLine().getOut().printf("%d labelled images: %s%n", count, out);
    return 0;
  }
}
