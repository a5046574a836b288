package org.disentangle.train;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.train.WorkerResult.Stepped;

/** Runs rounds as ordinary Spark stages: one job, one stage, one task a logical worker. */
final class RoundStage {

  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext spark;
  private final JavaRDD<ImageShard> shards;
  private final TrainingProcedure procedure;
  private final TrainingSettings settings;

  RoundStage(
      JavaSparkContext spark,
      JavaRDD<ImageShard> shards,
      TrainingProcedure procedure,
      TrainingSettings settings) {
    this.spark = spark;
    this.shards = shards;
    this.procedure = procedure;
    this.settings = settings;
  }

  /**
   * Takes every worker the given number of steps on from a state.
   *
   * @param before the rounds so far, for the description shown while the round runs
   * @return the workers' results, in worker order
   */
  List<WorkerResult> run(TrainingState start, int steps, List<RoundRecord> before) {
    String outerDescription = spark.getLocalProperty(DESCRIPTION);
    Broadcast<float[][]> arrays = spark.broadcast(StateOutline.arrays(start));
    try {
      spark.setLocalProperty(DESCRIPTION, description(start.iteration(), before));
      List<WorkerResult> results =
          shards
              .mapPartitionsWithIndex(
                  new WorkerRound(
                      procedure, StateOutline.of(start), arrays, steps, settings.seed()),
                  true)
              .collect()
              .stream()
              .map(WorkerResult::of)
              .toList();
      requireIteration(results, start.iteration() + steps);
      return results;
    } finally {
      spark.setLocalProperty(DESCRIPTION, outerDescription);
      arrays.destroy();
    }
  }

  private String description(long iteration, List<RoundRecord> before) {
    String losses = before.isEmpty() ? "" : ", " + before.get(before.size() - 1).lossLine();
    return "round %d, iteration %d/%d%s"
        .formatted(before.size() + 1, iteration, settings.maxIterations(), losses);
  }

  private static void requireIteration(List<WorkerResult> results, long expected) {
    for (WorkerResult result : results) {
      if (result instanceof Stepped stepped && stepped.state().iteration() != expected) {
        throw new IllegalStateException(
            """
            A worker session saved a state at iteration %d; expected %d.
            Maybe its step does not count iterations."""
                .formatted(stepped.state().iteration(), expected));
      }
    }
  }
}
