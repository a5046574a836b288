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
import org.disentangle.estimator.IbGan;
import org.disentangle.examples.experiment.BottleneckSweep;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** IB-GAN's bottleneck. */
@Command(
    name = "ib-gan",
    description = {
      "Train IB-GAN with several weights of its information bottleneck and compare: the divergence of codes from their"
          + " prior (what they can tell, in nats), the error of the noise that Q reads in images, how many codes"
          + " differ between images, and the FactorVAE score of these.",
      "Writes a model, its losses and a traversal for each weight and seed, and results.json."
    })
final class ExperimentIbGanCommand implements Callable<Integer> {

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
      description = "Preset of ib-gan. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--betas",
      split = ",",
      paramLabel = "B",
      defaultValue = "0,0.05,0.5",
      description = "Weights of the bottleneck. Default: ${DEFAULT-VALUE}.")
  private List<Double> betas;

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ib-gan-bottleneck",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    output.require(out);
    IbGan estimator = new IbGan().setPreset(preset);
    options.applyTo(estimator);
    BottleneckSweep sweep = new BottleneckSweep(estimator, out, output.overwrite());
    List<BottleneckSweep.Result> results = new ArrayList<>();
    try (SparkRun run = spark.start("experiment ib-gan");
        Progress progress = options.progress(spec, betas.size())) {
      Dataset<Row> images = data.load(run.session()).cache();
      for (double beta : betas) {
        for (long seed : options.seeds()) {
          results.add(sweep.run(beta, images, seed, progress));
        }
      }
    }
    Path json = out.resolve("results.json");
    ReportFile.writeJson(json, results, output.overwrite());
    print(results, json);
    return 0;
  }

  private void print(List<BottleneckSweep.Result> results, Path json) {
    PrintWriter printer = spec.commandLine().getOut();
    TextTable table =
        new TextTable("beta", "seed", "divergence", "error of Q", "active codes", "FactorVAE");
    for (BottleneckSweep.Result result : results) {
      table.row(
          Double.toString(result.beta()),
          Long.toString(result.seed()),
          text(result.divergence()),
          text(result.error()),
          Integer.toString(result.activeCodes()),
          text(result.factorVae()));
    }
    printer.print(table);
    printer.printf("figures: %s%nmodels, losses and traversals: %s%n", json, out);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
