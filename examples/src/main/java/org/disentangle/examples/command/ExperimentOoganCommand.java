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
import org.disentangle.estimator.Oogan;
import org.disentangle.examples.experiment.OoganAblation;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** OOGAN's ablation table. */
@Command(
    name = "oogan",
    description = {
      "Train OOGAN whole, without each of its three parts and without all of them, and compare: the correlation of"
          + " codes that images are generated from and codes that Q reads, off and on the diagonal, of Q's codes of"
          + " the data with one another, and the FactorVAE score.",
      "Writes a model, its losses, a traversal and the correlations for each variant and seed, and results.json."
    })
final class ExperimentOoganCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      defaultValue = "dsprites:imageSize=32,factors=scale+posX+posY",
      description = DataSpec.HELP + " With factors. Default: ${DEFAULT-VALUE}.")
  private DataSpec data;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small32",
      description = "Preset of oogan. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(names = "--num-codes", paramLabel = "N", description = "Codes. Default: the preset's.")
  private Integer numCodes;

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "oogan-ablation",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    output.require(out);
    Oogan estimator = new Oogan().setPreset(preset);
    options.applyTo(estimator);
    TrainingOptions.ifGiven(numCodes, estimator::setNumCodes);
    OoganAblation ablation = new OoganAblation(estimator, out, output.overwrite());
    List<OoganAblation.Result> results = new ArrayList<>();
    try (SparkRun run = spark.start("experiment oogan");
        Progress progress = options.progress(spec, OoganAblation.variants().size())) {
      Dataset<Row> images = data.load(run.session()).cache();
      for (String variant : OoganAblation.variants()) {
        for (long seed : options.seeds()) {
          results.add(ablation.run(variant, images, seed, progress));
        }
      }
    }
    Path json = out.resolve("results.json");
    ReportFile.writeJson(json, results, output.overwrite());
    print(results, json);
    return 0;
  }

  private void print(List<OoganAblation.Result> results, Path json) {
    PrintWriter printer = spec.commandLine().getOut();
    TextTable table =
        new TextTable("variant", "seed", "off-diagonal", "diagonal", "among real", "FactorVAE");
    for (OoganAblation.Result result : results) {
      table.row(
          result.variant(),
          Long.toString(result.seed()),
          text(result.offDiagonal()),
          text(result.diagonal()),
          text(result.amongReal()),
          text(result.factorVae()));
    }
    printer.print(table);
    printer.printf("figures: %s%nmodels, losses, traversals and correlations: %s%n", json, out);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
