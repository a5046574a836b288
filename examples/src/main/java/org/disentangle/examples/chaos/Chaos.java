// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.disentangle.file.FolderTree;
import org.disentangle.latent.Seeds;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.train.RoundRecord;

/**
 * Trains once undisturbed, then again and again with one process killed (SIGKILL) at a random
 * moment, and compares all weights, optimiser states and losses with those of the first.
 */
public final class Chaos {

  /**
   * One training with a kill.
   *
   * @param victim which process was killed
   * @param killedAfterSeconds from when both executors ran
   * @param seconds the whole training took, its resumption included
   * @param same whether the result is the same bit by bit as the undisturbed one
   */
  public record Kill(Victim victim, double killedAfterSeconds, double seconds, boolean same) {}

  private static final String MODEL = "model";

  private final Path folder;
  private final List<String> training;
  private final long seed;
  private InfoGanCrModel expected;
  private double trainingSeconds;

  /**
   * @param folder for models, checkpoints and logs; those of kills without a difference are deleted
   * @param training arguments of the command {@code train}, without {@code --out}, {@code --master}
   *     and {@code --resume}
   * @param seed of the moments
   */
  public Chaos(Path folder, List<String> training, long seed) {
    this.folder = folder;
    this.training = List.copyOf(training);
    this.seed = seed;
  }

  /**
   * The undisturbed training, which has to come first. Loads its result, for which the current
   * Spark session is used.
   *
   * @return the seconds from when both executors ran to the end
   */
  public double trainUndisturbed() throws IOException, InterruptedException, TimeoutException {
    Path place = Files.createDirectories(folder.resolve("undisturbed"));
    try (TrainingProcess process = TrainingProcess.start(place, arguments(place, false))) {
      process.awaitExecutors();
      long start = System.nanoTime();
      process.awaitEnd();
      trainingSeconds = seconds(start);
      process.requireSuccess();
    }
    expected = InfoGanCrModel.load(place.resolve(MODEL).toString());
    return trainingSeconds;
  }

  /**
   * Runs with one kill each.
   *
   * @param listener called after each
   */
  public List<Kill> kill(Victim victim, int times, Consumer<Kill> listener)
      throws IOException, InterruptedException, TimeoutException {
    List<Kill> kills = new ArrayList<>();
    for (int number = 0; number < times; number++) {
      Kill kill = once(victim, number);
      kills.add(kill);
      listener.accept(kill);
    }
    return kills;
  }

  private Kill once(Victim victim, int number)
      throws IOException, InterruptedException, TimeoutException {
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, victim.ordinal(), number));
    Path place = folder.resolve(String.format(Locale.ROOT, "%s-%d", victim.word(), number));
    double latest = trainingSeconds;
    while (true) {
      Files.createDirectories(place);
      double moment = random.nextDouble() * latest;
      long began = System.nanoTime();
      boolean killed;
      boolean cutShort;
      try (TrainingProcess process = TrainingProcess.start(place, arguments(place, false))) {
        process.awaitExecutors();
        TimeUnit.MICROSECONDS.sleep((long) (1e6 * moment));
        killed = victim.kill(process, random);
        cutShort = killed && victim == Victim.DRIVER;
        process.awaitEnd();
        if (!cutShort) {
          process.requireSuccess();
        }
      }
      if (cutShort) {
        resume(place);
      }
      boolean same = isSame(InfoGanCrModel.load(place.resolve(MODEL).toString()));
      if (same) {
        FolderTree.delete(place);
      }
      if (killed || !same) {
        return new Kill(victim, moment, seconds(began), same);
      }
      latest = moment;
    }
  }

  private void resume(Path place) throws IOException, InterruptedException, TimeoutException {
    try (TrainingProcess process = TrainingProcess.start(place, arguments(place, true))) {
      process.awaitEnd();
      process.requireSuccess();
    }
  }

  private List<String> arguments(Path place, boolean resume) {
    List<String> arguments = new ArrayList<>(training);
    arguments.add("--out=" + place.resolve(MODEL));
    if (resume) {
      arguments.addAll(List.of("--resume", "--overwrite"));
    }
    return arguments;
  }

  private boolean isSame(InfoGanCrModel model) {
    return model.data().state().equals(expected.data().state())
        && losses(model).equals(losses(expected));
  }

  private static List<?> losses(InfoGanCrModel model) {
    return model.summary().rounds().stream().map(RoundRecord::losses).toList();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
