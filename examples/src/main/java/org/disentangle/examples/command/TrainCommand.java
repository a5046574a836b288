// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.command.option.AlgorithmOptions;
import org.disentangle.examples.command.option.CheckpointOptions;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.RecordOptions;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.TakesOneWeight;
import org.disentangle.examples.command.option.TrainingAhead;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.command.option.WatchOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.Progress;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.model.TrainedModel;
import org.disentangle.train.KeptState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model on images and saves it. */
@Command(
    name = "train",
    description = {
      "Train a disentangling model on images: InfoGAN-CR, or with --algorithm another system.",
      "Writes the model, and while it trains checkpoints to OUT-checkpoints, from which --resume continues with"
          + " the same result bit by bit. They go when the model is saved."
    })
final class TrainCommand implements Callable<Integer>, TakesOneWeight {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Mixin private TrainingOptions training;

  @Mixin private AlgorithmOptions algorithm;

  @Mixin private CheckpointOptions checkpoints;

  @Mixin private WatchOptions watch;

  @Mixin private RecordOptions record;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    algorithm.requireOneOfEach();
    TrainsInRounds<?> estimator = algorithm.estimator(training);
    Outputs outputs = output.outputs(spark).reads(data);
    Place model = outputs.folder("--out", out, FolderContent.STAGE);
    training.reads(outputs);
    watch.applyTo(estimator);
    record.applyTo(outputs);
    checkpoints.applyTo(estimator, model, outputs);
    outputs.require();
    checkpoints.requireFree(output.overwrite(), spark.hadoop());
    PrintWriter printer = spec.commandLine().getOut();
    long iterations;
    KeptState kept;
    try (SparkRun run = spark.start("train");
        Progress progress = Progress.of("train", 1, spec.commandLine().getErr())) {
      Dataset<Row> images = data.load(run.session());
      watch.requireMeasurable(estimator, images.schema());
      ((PipelineStage) estimator).transformSchema(images.schema());
      checkpoints.sayIfNothingIsResumed(spec.commandLine().getErr());
      new TrainingAhead(estimator, 1).announce(spec.commandLine().getErr());
      estimator.addListener(progress);
      record.listenTo(estimator, checkpoints.resumed(run.session()));
      checkpoints.clear(spark.hadoop());
      TrainedModel trained = estimator.fit(images);
      iterations = trained.summary().last().iteration();
      kept = trained.summary().kept().orElse(null);
      (output.overwrite() ? trained.write().overwrite() : trained.write()).save(out);
      record.write(
          trained, data.text(), record.hasReport() ? watch.measured(trained, images) : null);
    }
    if (estimator.getEvaluationPatience() > 0 && iterations < estimator.getMaxIter()) {
      printer.printf(
          Locale.ROOT,
          "ended at iteration %d of %d, because its score got no better%n",
          iterations,
          estimator.getMaxIter());
    }
    if (kept != null) {
      printer.printf(Locale.ROOT, "kept: %s of %d iterations%n", kept, iterations);
    }
    printer.printf(Locale.ROOT, "model: %s%n", out);
    record.print(printer);
    checkpoints.end(spark.hadoop(), printer);
    return 0;
  }
}
