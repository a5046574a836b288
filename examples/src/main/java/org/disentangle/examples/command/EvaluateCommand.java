package org.disentangle.examples.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.TrainedWith;
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
      converter = MetricName.Converter.class,
      description = MetricName.HELP)
  private MetricName metric;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where all draws come from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private JsonOutput json;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    DisentanglementEvaluator evaluator = metric.evaluator(seed);
    json.require();
    DisentanglementReport report;
    TrainedWith trainedWith;
    try (SparkRun run = spark.start("evaluate")) {
      DisentangledModel<?> fitted = model.load(run.session());
      trainedWith = fitted.trainedWith();
      report =
          evaluator
              .setCodesCol(fitted.getCodesCol())
              .report(model.encode(fitted, data.load(run.session())), List.of(metric.name()));
    }
    double score = report.value(metric.name());
    spec.commandLine()
        .getOut()
        .println(String.format(Locale.ROOT, "%s %.4f", metric.typed(), score));
    spec.commandLine()
        .getOut()
        .println(String.format(Locale.ROOT, "trained with: %s", trainedWith));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("metric", metric.typed());
    values.put(metric.typed(), score);
    values.put("factors", report.factorCols());
    values.put("seed", seed);
    values.put("trainedWith", trainedWith);
    json.write(values, spec.commandLine().getOut());
    return 0;
  }
}
