package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.report.HistoryCsv;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LiveHistory;
import org.disentangle.examples.report.LossChart;
import org.disentangle.examples.report.Progress;
import org.disentangle.model.TrainedModel;
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
          + " the same result bit by bit."
    })
final class TrainCommand implements Callable<Integer> {

  private static final Duration BETWEEN_VIEWS = Duration.ofSeconds(10);

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

  @Option(
      names = "--checkpoint-dir",
      paramLabel = "DIR",
      description = "Where checkpoints are kept. Default: OUT-checkpoints.")
  private String checkpointDir;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Iterations between checkpoints; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int checkpointInterval;

  @Option(names = "--resume", description = "Continue from the newest checkpoint.")
  private boolean resume;

  @Option(
      names = "--losses",
      paramLabel = "PNG",
      description = "Draw the losses, and again every few seconds while training.")
  private Path losses;

  @Option(
      names = "--history",
      paramLabel = "CSV",
      description = "Write what happened in every round, and again every few seconds.")
  private Path history;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Model to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    algorithm.requireOneOfEach();
    TrainsInRounds<?> estimator = algorithm.estimator(training);
    estimator.setResume(resume);
    if (checkpointInterval != 0 || resume) {
      estimator.setCheckpointDir(checkpointDir == null ? out + "-checkpoints" : checkpointDir);
      estimator.setCheckpointInterval(checkpointInterval);
    }
    output.require(out);
    output.require(losses);
    output.require(history);
    LiveHistory live = liveHistory(LeastLosses.of(estimator));
    PrintWriter printer = spec.commandLine().getOut();
    try (SparkRun run = spark.start("train");
        Progress progress = Progress.of("train", 1, spec.commandLine().getErr())) {
      new TrainingAhead(estimator, 1).print(spec.commandLine().getErr());
      estimator.addListener(progress);
      estimator.addListener(live);
      TrainedModel model = estimator.fit(data.load(run.session()));
      (output.overwrite() ? model.write().overwrite() : model.write()).save(out);
      live.show(model.summary());
    }
    printer.printf(Locale.ROOT, "model: %s%n", out);
    if (losses != null) {
      printer.printf(Locale.ROOT, "losses: %s%n", losses);
    }
    if (history != null) {
      printer.printf(Locale.ROOT, "history: %s%n", history);
    }
    if (!estimator.getCheckpointDir().isEmpty()) {
      printer.printf(
          Locale.ROOT, "checkpoints, no longer needed: %s%n", estimator.getCheckpointDir());
    }
    return 0;
  }

  private LiveHistory liveHistory(Map<String, Double> least) {
    List<LiveHistory.View> views = new ArrayList<>();
    if (losses != null) {
      views.add(rounds -> new LossChart(rounds, least).write(losses, true));
    }
    if (history != null) {
      views.add(rounds -> new HistoryCsv(rounds).write(history, true));
    }
    return new LiveHistory(BETWEEN_VIEWS, views);
  }
}
