package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.InfoGan;
import org.disentangle.examples.experiment.ClassesByCategory;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.TextTable;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** InfoGAN's categorical code against labels. */
@Command(
    name = "categories",
    description = {
      "Train InfoGAN without labels and compare its categorical code with them: the share of images whose category"
          + " stands for their class, after matching categories to classes.",
      "Writes a model, its losses and a traversal for each seed, and results.json."
    })
final class ExperimentCategoriesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "label",
      description = "Column of the classes. Default: ${DEFAULT-VALUE}.")
  private String label;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small28",
      description = "Preset of infogan whose first code is categorical. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "categories",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    output.require(out);
    InfoGan estimator = new InfoGan().setPreset(preset);
    options.applyTo(estimator);
    if (estimator.getCategories().length == 0) {
      throw new InputErrors("disentangle")
          .parameter(
              "--preset",
              preset,
              "a preset with a categorical code",
              "small28 or mnist28 is meant.");
    }
    ClassesByCategory experiment = new ClassesByCategory(estimator, label, out, output.overwrite());
    List<ClassesByCategory.Result> results = new ArrayList<>();
    try (SparkRun run = spark.start("experiment categories");
        Progress progress = options.progress(spec, 1)) {
      Dataset<Row> images = data.load(run.session()).cache();
      for (long seed : options.seeds()) {
        results.add(experiment.run(images, seed, progress));
      }
    }
    Path json = out.resolve("results.json");
    ReportFile.writeJson(json, results, output.overwrite());
    print(results, json);
    return 0;
  }

  private void print(List<ClassesByCategory.Result> results, Path json) {
    PrintWriter printer = spec.commandLine().getOut();
    TextTable table =
        new TextTable("seed", "accuracy", "most frequent class", "information", "of", "images/s");
    for (ClassesByCategory.Result result : results) {
      table.row(
          Long.toString(result.seed()),
          text("%.3f", result.accuracy()),
          text("%.3f", result.frequent()),
          text("%.3f", result.information()),
          text("%.3f", result.largest()),
          text("%.0f", result.imagesPerSecond()));
    }
    printer.print(table);
    printer.printf("figures: %s%n", json);
    for (ClassesByCategory.Result result : results) {
      printer.printf(
          "seed %d: %s, %s, %s%n",
          result.seed(),
          out.resolve("model-" + result.seed()),
          out.resolve("losses-" + result.seed() + ".png"),
          out.resolve("traversal-" + result.seed() + ".png"));
    }
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
