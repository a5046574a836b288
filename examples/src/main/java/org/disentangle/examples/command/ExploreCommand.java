// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.ModelPrecision;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.explore.CodeNames;
import org.disentangle.examples.explore.DataImages;
import org.disentangle.examples.explore.ExploreServer;
import org.disentangle.examples.explore.Gallery;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sliders for the codes of a model. */
@Command(
    name = "explore",
    description = {
      "Show a page with a slider for each code of a trained model.",
      "Prints the address of the page, which is served to this machine alone, until Ctrl-C ends it."
    })
final class ExploreCommand implements Callable<Integer> {

  private static final int MOST_IMAGES = 24;

  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, paramLabel = "DIR", description = ModelOptions.MODEL)
  private String model;

  @Mixin private ModelPrecision precision;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = "Images whose codes the sliders can take, at most 500. " + DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description =
          "Names of the codes, one each. Default: those of a model that ships, or numbers.")
  private List<String> names = List.of();

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "6",
      description = "Images side by side, 1 to 24. Default: ${DEFAULT-VALUE}.")
  private int images;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8642",
      description =
          "Port on the loopback address; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() {
    if (images < 1 || images > MOST_IMAGES) {
      throw new InputErrors("disentangle explore")
          .parameter("--images", images, "a whole number from 1 to " + MOST_IMAGES);
    }
    try (ExploreServer server = ExploreServer.at(port)) {
      DisentangledModel<?> fitted;
      DataImages shown = DataImages.NONE;
      try (SparkRun run = spark.start("explore")) {
        fitted = new ModelFolder(run.session(), model).ofCodes();
        precision.applyTo(fitted);
        if (data != null) {
          Dataset<Row> rows = data.load(run.session());
          ModelOptions.findImages(fitted, rows);
          shown = DataImages.of(fitted, rows);
        }
      }
      CodeNames named = CodeNames.of(model, names, fitted.latent());
      try (Gallery gallery = new Gallery(fitted, images)) {
        server.start(gallery, named, shown);
        PrintWriter printer = spec.commandLine().getOut();
        printer.printf(Locale.ROOT, "%s (Ctrl-C ends it)%n", server.address());
        printer.flush();
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
