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
          + " those that give the unspecified one. interpolation: from one image to another, the specified code"
          + " moving along rows and the unspecified one along columns."
    })
final class SwapCommand implements Callable<Integer> {

  /** What is drawn. */
  private enum Figure {
    SWAPPING,
    INTERPOLATION
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
      description = "swapping or interpolation. Default: ${DEFAULT-VALUE}.")
  private Figure figure;

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
    return figure == Figure.SWAPPING
        ? grids.swapping(
            shuffled.limit(count), images.orderBy(functions.rand(seed + 1)).limit(count))
        : grids.interpolation(shuffled.limit(2), count);
  }
}
