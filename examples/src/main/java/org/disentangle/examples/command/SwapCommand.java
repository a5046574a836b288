// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.ModelPrecision;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.file.Place;
import org.disentangle.image.ImageGrid;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleGrids;
import org.disentangle.model.StyleRetrieval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A picture of images with exchanged codes. */
@Command(
    name = "swap",
    description = {
      "Draw what a model of specified and unspecified codes makes of the codes of several images.",
      "Writes a PNG. swapping: the first row shows the images that give the specified code, the first column"
          + " those that give the unspecified one; they are the same, so that the diagonal shows"
          + " reconstructions. interpolation: from one image to another, the specified code"
          + " moving along rows and the unspecified one along columns. sampling: rows of an image and images of its"
          + " specified code with drawn unspecified ones. retrieval: rows of an image and the nearest of"
          + " 1,000 others by one of the codes."
    })
final class SwapCommand implements Callable<Integer> {

  /** Images among which others are found. */
  private static final int GALLERY = 1_000;

  /** What is drawn. */
  private enum Figure {
    SWAPPING,
    INTERPOLATION,
    SAMPLING,
    RETRIEVAL
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a model trained by StyleContentVaeGan.")
  private String model;

  @Mixin private ModelPrecision precision;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      defaultValue = "swapping",
      description = "swapping, interpolation, sampling or retrieval. Default: ${DEFAULT-VALUE}.")
  private Figure figure;

  @Option(
      names = "--by",
      paramLabel = "CODE",
      defaultValue = "specified",
      description =
          "The code by which images are found, specified or unspecified. Default: ${DEFAULT-VALUE}.")
  private StyleRetrieval.By by;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10",
      description = "Generated images per row and per column. Default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed for the choice of images. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "PNG", description = "PNG file to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(spark).reads("--model", model).reads(data);
    Place png = outputs.file("--out", out);
    outputs.require();
    try (SparkRun run = spark.start("swap")) {
      StyleContentModel fitted = new ModelFolder(run.session(), model).ofStyleAndContent();
      precision.applyTo(fitted);
      draw(fitted, data.load(run.session())).write(png, output.overwrite());
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "picture: %s%n", out);
    return 0;
  }

  private ImageGrid draw(StyleContentModel fitted, Dataset<Row> images) {
    StyleGrids grids = new StyleGrids(fitted);
    Dataset<Row> shuffled = images.orderBy(functions.rand(seed));
    Dataset<Row> shown = shuffled.limit(count);
    return switch (figure) {
      case SWAPPING -> grids.swapping(shown, shown);
      case INTERPOLATION -> grids.interpolation(shuffled.limit(2), count);
      case SAMPLING -> grids.sampling(shown, count);
      case RETRIEVAL -> grids.retrieval(shown, shuffled.offset(count).limit(GALLERY), by, count);
    };
  }
}
