// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.SpareArrays;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingProgress;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.Watching;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.StateGathering.RoundResult;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stopped;
import org.disentangle.train.checkpoint.CheckpointStore;
import org.disentangle.train.checkpoint.CheckpointStore.Checkpoint;
import org.disentangle.train.checkpoint.Fingerprint;
import org.disentangle.train.round.RoundStage.WorkerRound;
import org.disentangle.train.shard.PackedImage;
import org.disentangle.train.shard.Sharding;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a procedure data-parallel with parameter averaging. The driver sends the state to all
 * logical workers, each takes the same number of steps on its own shard, and the mean of their
 * states, added up in worker order, starts the next round. A round ends after {@code
 * averagingFrequency} iterations, at a scheduled switch, or at the end of the run.
 *
 * <pre>{@code
 * TrainingResult result = new RoundLoop(procedure, settings).run(images, List.of(new LoggingListener()));
 * }</pre>
 *
 * <p>The result is the same bit by bit on any cluster, with tasks that were lost and run again, and
 * after a resume from a checkpoint.
 */
public final class RoundLoop {

  /** Bytes of all workers' states above which executors average them, and not the driver. */
  public static final long MOST_BYTES_ON_DRIVER = StateGathering.MOST_BYTES_ON_DRIVER;

  private static final Logger LOG = LoggerFactory.getLogger(RoundLoop.class);

  private final TrainingProcedure procedure;
  private final TrainingSettings settings;
  private final long mostBytesOnDriver;
  private Optional<Watching> watching = Optional.empty();
  private Optional<TrainingState> given = Optional.empty();
  private String model = "";

  public RoundLoop(TrainingProcedure procedure, TrainingSettings settings) {
    this(procedure, settings, MOST_BYTES_ON_DRIVER);
  }

  RoundLoop(TrainingProcedure procedure, TrainingSettings settings, long mostBytesOnDriver) {
    this.mostBytesOnDriver = mostBytesOnDriver;
    this.procedure = procedure;
    this.settings = settings;
  }

  /** Has the state scored on the way. */
  public RoundLoop watchedBy(Watching watching) {
    this.watching = Optional.of(watching);
    return this;
  }

  /** Starts from a state of the procedure's networks instead of fresh ones. */
  public RoundLoop startingFrom(TrainingState state) {
    this.given = Optional.of(state);
    return this;
  }

  /** Has checkpoints carry a text from which, with their state, a model can be made. */
  public RoundLoop describedBy(String model) {
    this.model = model;
    return this;
  }

  /** {@link #runPacked} on decoded images: values in [0, 1], channel planes first. */
  public TrainingResult run(JavaRDD<float[]> images, List<TrainingListener> listeners) {
    return runPacked(images.map(PackedImage::ofValues), listeners);
  }

  /**
   * Runs the whole training.
   *
   * @param images decoded images
   * @param listeners called before the first round and after every round, in this order
   * @throws IllegalArgumentException for images or checkpoints that cannot be used, or batches in
   *     which something would not learn; nothing was trained or written then
   * @throws TrainingDivergedException if an active loss or a parameter became NaN or infinite
   * @throws TrainingCollapsedException if a loss stayed below the procedure's bound for too long,
   *     or fell below its floor
   */
  public TrainingResult runPacked(JavaRDD<PackedImage> images, List<TrainingListener> listeners) {
    requireLearning();
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(images.context());
    return stored(
        spark,
        store -> {
          try (ShardedImages data =
              Sharding.shard(
                  images,
                  procedure.pixelsPerImage(),
                  procedure.batchSize(),
                  settings.numWorkers())) {
            return train(spark, data, store, listeners);
          }
        });
  }

  /**
   * {@link #runPacked} on images that are shared out already, and are left to the caller to close.
   *
   * @param data one shard a worker, of the procedure's pixels per image
   */
  public TrainingResult runSharded(ShardedImages data, List<TrainingListener> listeners) {
    requireLearning();
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(data.shards().context());
    return stored(spark, store -> train(spark, data, store, listeners));
  }

  private TrainingResult stored(
      JavaSparkContext spark, Function<Optional<CheckpointStore>, TrainingResult> training) {
    Optional<CheckpointStore> store =
        CheckpointStore.open(settings.checkpoints(), spark.hadoopConfiguration());
    try {
      return training.apply(store);
    } finally {
      WorkerRound.SESSIONS.close(new WorkerRound.SessionKey(procedure, settings.precision()));
      SpareArrays.clear();
      store.ifPresent(CheckpointStore::close);
    }
  }

  private void requireLearning() {
    LeastBatch least = procedure.leastBatch();
    if (!least.allows(procedure.batchSize())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "batchSize: found %d; expected at least %d, because %s.",
              procedure.batchSize(),
              least.images(),
              least.because()));
    }
  }

  private TrainingResult train(
      JavaSparkContext spark,
      ShardedImages data,
      Optional<CheckpointStore> store,
      List<TrainingListener> listeners) {
    Fingerprint fingerprint = Fingerprint.of(procedure, settings, data, given);
    Optional<Checkpoint> saved =
        store.flatMap(s -> s.resume(fingerprint, settings.maxIterations()));
    TrainingState state =
        saved
            .map(Checkpoint::state)
            .or(() -> given)
            .orElseGet(() -> procedure.initialState(settings.seed()));
    List<RoundRecord> rounds =
        new ArrayList<>(saved.map(checkpoint -> checkpoint.history().rounds()).orElse(List.of()));
    RoundStage stage =
        new RoundStage(
            spark, data.shards(), procedure, settings, state.outline(), mostBytesOnDriver);
    CollapseWatch watch =
        new CollapseWatch(procedure.collapseBounds(), settings.collapsePatience());
    Optional<ScoreWatch> scores =
        watching.map(how -> new ScoreWatch(how, rounds, saved.map(Checkpoint::best)));
    boolean stop = isOutOfPatience(scores);
    if (stop || state.iteration() >= settings.maxIterations()) {
      LOG.warn("Nothing more is trained: {}.", whyNothing(scores, state));
    } else {
      listeners.forEach(TrainingListener::beforeRounds);
    }
    while (state.iteration() < settings.maxIterations() && !stop) {
      TrainingState start = procedure.applySwitch(state, settings.seed());
      int whole = wholeRound(start.iteration());
      int steps = (int) Math.min(whole, settings.maxIterations() - start.iteration());
      long startNanos = System.nanoTime();
      RoundResult result = stage.run(start, steps, rounds);
      List<Stepped> stepped = requireGood(result.reports(), store.flatMap(CheckpointStore::newest));
      state = result.mean().orElseThrow();
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      RoundRecord round = record(rounds.size() + 1, state.iteration(), steps, stepped, seconds);
      rounds.add(round.with(scored(scores, start.iteration(), state)));
      stop = call(listeners, rounds) || isOutOfPatience(scores);
      requireNoCollapse(
          watch.after(start.iteration(), rounds.get(rounds.size() - 1)),
          state.iteration(),
          store.flatMap(CheckpointStore::newest));
      boolean last = stop || state.iteration() == settings.maxIterations();
      boolean due =
          store.isPresent()
              && !watch.isSuspicious()
              && store.get().isDue(start.iteration(), state.iteration());
      if (store.isPresent() && (last || due)) {
        History history = new History(procedure.lossNames(), rounds);
        TrainingState best = scores.flatMap(ScoreWatch::best).orElse(null);
        store.get().save(new Checkpoint(fingerprint, steps == whole, state, history, best, model));
      }
    }
    History history = new History(procedure.lossNames(), rounds);
    return new TrainingResult(
        scores.flatMap(ScoreWatch::best).orElse(state),
        scores.flatMap(ScoreWatch::kept).map(history::keeping).orElse(history),
        state.iteration() < settings.maxIterations(),
        data.fingerprint());
  }

  private String whyNothing(Optional<ScoreWatch> scores, TrainingState state) {
    return scores
        .filter(ScoreWatch::isOutOfPatience)
        .map(ScoreWatch::whyOver)
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    "the newest checkpoint is that of the last iteration, %d",
                    state.iteration()));
  }

  private static boolean isOutOfPatience(Optional<ScoreWatch> scores) {
    return scores.filter(ScoreWatch::isOutOfPatience).isPresent();
  }

  /** What a state scores, if it is to be scored. */
  private Map<String, Double> scored(
      Optional<ScoreWatch> scores, long before, TrainingState state) {
    boolean last = state.iteration() == settings.maxIterations();
    return scores
        .filter(watch -> watch.isDue(before, state.iteration(), last))
        .map(watch -> watch.score(state))
        .orElse(Map.of());
  }

  /** Iterations of the round that starts here, if the run does not end within it. */
  private int wholeRound(long iteration) {
    long toSwitch = procedure.nextSwitch(iteration) - iteration;
    if (toSwitch < 1) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          %s says that the next switch after iteration %d is at %d; expected a later one.
          nextSwitch must return a later iteration than it is asked for.""",
              procedure,
              iteration,
              iteration + toSwitch));
    }
    return (int) Math.min(settings.averagingFrequency(), toSwitch);
  }

  private List<Stepped> requireGood(List<WorkerReport> reports, Optional<String> lastCheckpoint) {
    List<Stepped> stepped = new ArrayList<>();
    for (int worker = 0; worker < reports.size(); worker++) {
      if (reports.get(worker) instanceof Stopped bad) {
        if (bad.collapsed()) {
          throw TrainingCollapsedException.fell(
              worker, bad.iteration(), bad.what(), procedure.collapseAdvice(), lastCheckpoint);
        }
        throw new TrainingDivergedException(worker, bad.iteration(), bad.what(), lastCheckpoint);
      }
      stepped.add((Stepped) reports.get(worker));
    }
    return stepped;
  }

  private static void requireNoCollapse(
      Optional<String> collapse, long iteration, Optional<String> lastCheckpoint) {
    if (collapse.isPresent()) {
      throw TrainingCollapsedException.stayed(iteration, collapse.get(), lastCheckpoint);
    }
  }

  private RoundRecord record(
      long round, long iteration, int steps, List<Stepped> results, double seconds) {
    Map<String, Double> losses = new LinkedHashMap<>();
    List<String> names = procedure.lossNames();
    for (int i = 0; i < names.size(); i++) {
      double sum = 0;
      long count = 0;
      for (Stepped result : results) {
        sum += result.lossSums()[i];
        count += result.lossCounts()[i];
      }
      if (count > 0) {
        losses.put(names.get(i), sum / count);
      }
    }
    long images = (long) results.size() * steps * procedure.batchSize();
    double stepping = results.stream().mapToLong(Stepped::stepNanos).max().orElse(0) / 1e9;
    return new RoundRecord(
        round, iteration, losses, images, seconds, images / seconds, 1 - stepping / seconds);
  }

  /** Every listener is called for the round, whatever another one requests. */
  private boolean call(List<TrainingListener> listeners, List<RoundRecord> rounds) {
    RoundRecord round = rounds.get(rounds.size() - 1);
    TrainingProgress progress = TrainingProgress.after(rounds, settings.maxIterations());
    boolean stop = false;
    for (TrainingListener listener : listeners) {
      stop |= listener.afterRound(round, progress) == TrainingListener.Wish.STOP;
    }
    return stop;
  }
}
