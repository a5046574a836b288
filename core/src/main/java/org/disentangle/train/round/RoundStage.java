package org.disentangle.train.round;

import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.StateGathering.RoundResult;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.SingularVectors;
import org.disentangle.train.shard.ImageShard;

/** Runs rounds as ordinary Spark jobs, in which each logical worker is one task. */
final class RoundStage {

  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext spark;
  private final JavaRDD<ImageShard> shards;
  private final TrainingProcedure procedure;
  private final TrainingSettings settings;
  private final long mostBytesOnDriver;
  private final SingularVectors vectors;

  /**
   * @param outline of the states
   */
  RoundStage(
      JavaSparkContext spark,
      JavaRDD<ImageShard> shards,
      TrainingProcedure procedure,
      TrainingSettings settings,
      StateOutline outline,
      long mostBytesOnDriver) {
    this.spark = spark;
    this.shards = shards;
    this.procedure = procedure;
    this.settings = settings;
    this.mostBytesOnDriver = mostBytesOnDriver;
    vectors =
        settings.numWorkers() == 1
            ? SingularVectors.NONE
            : SingularVectors.of(procedure.architectures(), outline);
  }

  /**
   * Takes every worker the given number of steps on from a state.
   *
   * @param before the rounds so far, for the description shown while the round runs
   * @return what the workers report, and the mean of their states
   */
  RoundResult run(TrainingState start, int steps, List<RoundRecord> before) {
    boolean last = start.iteration() + steps == settings.maxIterations() && !spark.sc().isLocal();
    String outerDescription = spark.getLocalProperty(DESCRIPTION);
    StateOutline outline = start.outline();
    StateGathering gathering =
        StateGathering.of(outline, vectors, settings.numWorkers(), mostBytesOnDriver);
    Broadcast<float[][]> arrays = spark.broadcast(start.arrays());
    try {
      spark.setLocalProperty(DESCRIPTION, description(start.iteration(), before));
      WorkerRound round = new WorkerRound(procedure, outline, arrays, steps, settings.seed(), last);
      RoundResult result = gathering.gather(shards.mapPartitionsWithIndex(round, true));
      requireIteration(result.reports(), start.iteration() + steps);
      return result;
    } finally {
      spark.setLocalProperty(DESCRIPTION, outerDescription);
      arrays.destroy();
    }
  }

  private String description(long iteration, List<RoundRecord> before) {
    String losses = before.isEmpty() ? "" : ", " + before.get(before.size() - 1).lossLine();
    return String.format(
        Locale.ROOT,
        "round %d, iteration %d/%d%s",
        before.size() + 1,
        iteration,
        settings.maxIterations(),
        losses);
  }

  private static void requireIteration(List<WorkerReport> reports, long expected) {
    for (WorkerReport report : reports) {
      if (report instanceof Stepped stepped && stepped.end().iteration() != expected) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                """
            A worker session saved a state at iteration %d; expected %d.
            Its step has to count iterations.""",
                stepped.end().iteration(),
                expected));
      }
    }
  }
}
