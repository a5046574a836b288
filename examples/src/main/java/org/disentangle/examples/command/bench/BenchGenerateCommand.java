// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.error.Counted;
import org.disentangle.examples.bench.BenchSubject;
import org.disentangle.examples.bench.GenerateBench;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.PrecisionOption;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.image.ImageFormat;
import org.disentangle.model.DisentangledModel;
import org.disentangle.net.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Labelled generation to Parquet. */
@Command(
    name = "generate",
    description =
        "Measure generation of labelled images to Parquet on Spark against the bare generator on as many threads.")
final class BenchGenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "image",
      description = "Format of the images: image, png, array or vector. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A trained model, instead of a preset's networks with weights that are not trained.")
  private String trained;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    ImageFormat.of(format);
    options.outputs(spark.hadoop()).reads("--model", trained).require();
    Precision wanted = precision.require();
    BenchSubject subject = options.subject();
    double seconds = options.seconds();
    String name = trained == null ? subject.preset().id() : trained;
    GenerateBench.Report report;
    try (SparkRun run = spark.start("bench generate")) {
      DisentangledModel<?> model =
          trained == null
              ? GenerateBench.drawn(subject)
              : new ModelFolder(run.session(), trained).ofCodes();
      model.setImageFormat(format).setBatchSize(subject.batchSize()).setPrecision(wanted.id());
      report = new GenerateBench(name, model, seconds).run(run.session());
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        """
        %s in %s, batch %d, %s, %s as %s
          Spark to Parquet  %8.0f images/s
          generator alone   %8.0f images/s: Spark reaches %.0f%%
        """,
        report.preset(),
        report.precision(),
        report.batchSize(),
        Counted.of(report.threads(), "thread"),
        Counted.of(report.images(), "image"),
        report.format(),
        report.sparkImagesPerSecond(),
        report.bareImagesPerSecond(),
        100 * report.ratio());
    options.write(report, printer);
    return 0;
  }
}
