package org.disentangle.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.model.InfoGanCrModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A metric of a trained model on data with ground-truth factors. */
@Command(
    name = "evaluate",
    description = {
      "Measure how well the codes of a trained model are disentangled.",
      "Encodes the images and compares their codes with the factor columns (factor_...) of the data."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = "factorVae",
      description =
          "factorVae (InfoGAN-CR's protocol), factorVaeRevised, factorVaePaper or factorVaeHeldOut."
              + " Default: ${DEFAULT-VALUE}.")
  private String metric;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where the votes are drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON too.")
  private Path json;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    FactorVaeEvaluator evaluator = new FactorVaeEvaluator().setMetricName(metric).setSeed(seed);
    output.require(json);
    FactorVaeEvaluator.Report report;
    try (SparkRun run = spark.start("evaluate")) {
      InfoGanCrModel fitted = model.load(run.session());
      report =
          evaluator
              .setCodesCol(fitted.getCodesCol())
              .report(model.encode(fitted, data.load(run.session())));
    }
    double score = report.result().score();
    spec.commandLine().getOut().println(String.format(Locale.ROOT, "%s %.4f", metric, score));
    if (json != null) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("metric", metric);
      values.put(metric, score);
      values.put("factors", report.factorCols());
      values.put("seed", seed);
      ReportFile.writeJson(json, values, output.overwrite());
      spec.commandLine().getOut().printf("written: %s%n", json);
    }
    return 0;
  }
}
