// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.disentangle.latent.Seeds;
import org.disentangle.net.IdlePool;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.LossValues;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.net.TripletProcedure;
import org.disentangle.net.WorkerSession;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TaskDevice;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.StateGathering.RoundResult;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stopped;
import org.disentangle.train.averaging.SingularVectors;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.MiniBatchOrder;
import org.disentangle.train.shard.MiniBatchOrder.BatchOrder;
import org.disentangle.train.shard.MiniBatchOrder.TripletOrder;
import org.disentangle.train.shard.Sharding;
import scala.Tuple2;

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
    SentArrays arrays = SentArrays.send(spark, new StateArrays(start.arrays()));
    WorkerRound round =
        new WorkerRound(
            new WorkerRound.SessionKey(procedure, settings.precision()),
            outline,
            arrays,
            steps,
            settings.seed(),
            last);
    JavaRDD<Tuple2<byte[], StateArrays>> workers = shards.mapPartitionsWithIndex(round, true);
    try {
      spark.setLocalProperty(DESCRIPTION, description(start.iteration(), before));
      RoundResult result = gathering.gather(workers);
      requireIteration(result.reports(), start.iteration() + steps);
      return result;
    } finally {
      spark.setLocalProperty(DESCRIPTION, outerDescription);
      Sharding.release(workers);
      arrays.close();
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

  /**
   * One task of a round: takes the state through a number of steps on one worker's shard. Gives the
   * worker's {@link WorkerReport} as bytes, and the arrays of its state.
   *
   * @param arrays those of the state that the outline is of
   * @param last whether no later round needs the session that this one opened
   */
  record WorkerRound(
      SessionKey key,
      StateOutline outline,
      SentArrays arrays,
      int steps,
      long seed,
      boolean last)
      implements Function2<Integer, Iterator<ImageShard>, Iterator<Tuple2<byte[], StateArrays>>> {

    /** Names this stream of random numbers among those drawn from the same user seed. */
    private static final long STEP_STREAM = 0x73746570L;

    /** Sessions of several runs at once must not drive each other out. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(10);

    /** The open sessions of this JVM, so that networks are built once and not every round. */
    static final IdlePool<SessionKey, WorkerSession> SESSIONS =
        new IdlePool<>(SessionKey::open, BETWEEN_ROUNDS);

    /** What a session is made from. */
    record SessionKey(TrainingProcedure procedure, Precision precision) implements Serializable {

      WorkerSession open() {
        return procedure.open(precision);
      }
    }

    @Override
    public Iterator<Tuple2<byte[], StateArrays>> call(Integer worker, Iterator<ImageShard> shards) {
      ImageShard shard = shards.next();
      OptionalInt device = TaskDevice.bind();
      WorkerSession session = SESSIONS.take(key, device);
      boolean healthy = false;
      try {
        session.load(outline.with(arrays.arrays()));
        Tuple2<byte[], StateArrays> result = step(session, outline.iteration(), worker, shard);
        healthy = true;
        return List.of(result).iterator();
      } finally {
        if (healthy && !last) {
          SESSIONS.giveBack(key, device, session);
        } else {
          session.close();
        }
      }
    }

    private Tuple2<byte[], StateArrays> step(
        WorkerSession session, long start, int worker, ImageShard shard) {
      TrainingProcedure procedure = key.procedure();
      List<String> names = procedure.lossNames();
      Map<String, Double> floors = procedure.collapseFloors();
      int pixels = procedure.pixelsPerImage();
      MiniBatchOrder order = order(worker, shard);
      float[] batch = new float[order.rows() * pixels];
      double[] sums = new double[names.size()];
      long[] counts = new long[names.size()];
      long nanos = 0;
      for (long iteration = start; iteration < start + steps; iteration++) {
        stopIfKilled();
        long before = System.nanoTime();
        for (int row = 0; row < order.rows(); row++) {
          shard.copy(order.imageAt(iteration, row), batch, row * pixels);
        }
        LossValues losses = session.step(batch, Seeds.mix(seed, STEP_STREAM, iteration, worker));
        nanos += System.nanoTime() - before;
        Optional<Stopped> wrong = wrong(names, floors, losses, iteration);
        if (wrong.isPresent()) {
          return stopped(wrong.get());
        }
        for (int i = 0; i < sums.length; i++) {
          if (procedure.isActive(names.get(i), iteration)) {
            sums[i] += losses.of(names.get(i));
            counts[i]++;
          }
        }
      }
      TrainingState end = session.save();
      for (Map.Entry<String, NetworkState> network : end.networks().entrySet()) {
        if (!allFinite(network.getValue())) {
          String what =
              String.format(
                  Locale.ROOT, "network %s has a NaN or infinite value", network.getKey());
          return stopped(new Stopped(false, start + steps, what));
        }
      }
      WorkerReport report = new Stepped(end.outline(), sums, counts, nanos);
      return new Tuple2<>(report.encode(), new StateArrays(end.arrays()));
    }

    private MiniBatchOrder order(int worker, ImageShard shard) {
      int batchSize = key.procedure().batchSize();
      if (key.procedure() instanceof TripletProcedure triplets) {
        LabelledPixels labelled = triplets.labelled();
        float[] stored = shard.column(labelled.numPixels());
        int[] labels = new int[stored.length];
        for (int image = 0; image < labels.length; image++) {
          labels[image] = labelled.label(stored[image]);
        }
        return new TripletOrder(seed, worker, labels, labelled.numClasses(), batchSize);
      }
      return new BatchOrder(seed, worker, shard.count(), batchSize);
    }

    /** A loss below its floor comes first: it may be why another one is not finite. */
    private Optional<Stopped> wrong(
        List<String> names, Map<String, Double> floors, LossValues losses, long iteration) {
      Stopped infinite = null;
      for (String name : names) {
        if (key.procedure().isActive(name, iteration)) {
          Double floor = floors.get(name);
          if (floor != null && losses.of(name) < floor) {
            String what =
                String.format(Locale.ROOT, "loss %s is %s, below %s", name, losses.of(name), floor);
            return Optional.of(new Stopped(true, iteration, what));
          }
          if (infinite == null && !Double.isFinite(losses.of(name))) {
            infinite =
                new Stopped(
                    false,
                    iteration,
                    String.format(Locale.ROOT, "loss %s is %s", name, losses.of(name)));
          }
        }
      }
      return Optional.ofNullable(infinite);
    }

    private static Tuple2<byte[], StateArrays> stopped(Stopped stopped) {
      return new Tuple2<>(stopped.encode(), new StateArrays(new float[0][]));
    }

    private static void stopIfKilled() {
      if (TaskContext.get().isInterrupted()) {
        throw new TaskKilledException();
      }
    }

    private static boolean allFinite(NetworkState network) {
      return allFinite(network.parameters()) && allFinite(network.updaterState());
    }

    /** No branch per value: 0 times a value is 0, or NaN if the value is not finite. */
    private static boolean allFinite(float[] values) {
      float zero0 = 0;
      float zero1 = 0;
      float zero2 = 0;
      float zero3 = 0;
      int at = 0;
      for (; at <= values.length - 4; at += 4) {
        zero0 += 0 * values[at];
        zero1 += 0 * values[at + 1];
        zero2 += 0 * values[at + 2];
        zero3 += 0 * values[at + 3];
      }
      for (; at < values.length; at++) {
        zero0 += 0 * values[at];
      }
      return zero0 + zero1 + zero2 + zero3 == 0;
    }
  }
}
