// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.TrainingState;
import org.disentangle.train.CheckpointNotWrittenException;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which checkpoints a run may use, continues from, writes and keeps: the last good ones. A
 * checkpoint is a file of the state, exact to the bit, the history and the fingerprint of the run,
 * with a checksum. It is written aside and then renamed, so a half-written one is never read.
 */
public final class CheckpointStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

  private final CheckpointSettings settings;
  private final CheckpointFiles files;
  private final CheckpointOwner owner;

  /** Checkpoints that stay, oldest first; the newest is known to be good. */
  private final Deque<Path> good = new ArrayDeque<>();

  private CheckpointStore(
      CheckpointSettings settings, CheckpointFiles files, CheckpointOwner owner) {
    this.settings = settings;
    this.files = files;
    this.owner = owner;
  }

  /**
   * The store of a run that is about to start; empty if no checkpoints are wanted.
   *
   * @throws IllegalArgumentException if the directory holds anything and the run is not to resume,
   *     or holds no checkpoint but something else, or another run holds it
   */
  public static Optional<CheckpointStore> open(CheckpointSettings settings, Configuration hadoop) {
    if (!settings.enabled()) {
      return Optional.empty();
    }
    try {
      CheckpointFiles files = new CheckpointFiles(settings.directory(), hadoop);
      requireOwnDirectory(files, settings.resume());
      return Optional.of(new CheckpointStore(settings, files, files.claim()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOwnDirectory(CheckpointFiles files, boolean resume)
      throws IOException {
    if (files.isFile()) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "The checkpoint directory %s is a file", files.directory()),
          "Choose another directory.");
    }
    List<String> names = files.visibleNames();
    if (!names.isEmpty() && !resume) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The checkpoint directory %s is not empty (it has %s) and resume is false",
              files.directory(),
              names.get(0)),
          "Set resume = true, or choose another directory; a CrossValidator fits several times and needs none.");
    }
    if (!names.isEmpty() && names.stream().noneMatch(CheckpointFiles::isCheckpoint)) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The checkpoint directory %s has %s but no checkpoint",
              files.directory(),
              names.get(0)),
          "Choose another directory.");
    }
  }

  /**
   * The newest checkpoint this run can continue from bit by bit; empty to begin at the start.
   *
   * @throws IllegalArgumentException if the checkpoints are of another run or beyond its end, or
   *     none can be read
   */
  public Optional<Checkpoint> resume(Fingerprint fingerprint, long maxIterations) {
    if (!settings.resume()) {
      return Optional.empty();
    }
    List<String> broken = new ArrayList<>();
    boolean readable = false;
    List<Path> paths = newestFirst();
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      Checkpoint checkpoint;
      try {
        checkpoint = files.read(path);
      } catch (IOException e) {
        broken.add(String.format(Locale.ROOT, "%s (%s)", path.getName(), e.getMessage()));
        LOG.warn("Checkpoint {} cannot be read ({}); trying an older one.", path, e.getMessage());
        continue;
      }
      readable = true;
      requireSameRun(path, checkpoint, fingerprint, maxIterations);
      if (checkpoint.wholeRound() || checkpoint.state().iteration() == maxIterations) {
        paths.subList(i, paths.size()).forEach(good::addFirst);
        LOG.info("Resuming from {}.", path);
        return Optional.of(checkpoint);
      }
      LOG.info("{} ends in a round cut short by the end of its run; trying an older one.", path);
    }
    if (!broken.isEmpty() && !readable) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "No checkpoint in %s can be read: %s",
              files.directory(),
              String.join(", ", broken)),
          "To start again from the beginning, choose another directory.");
    }
    LOG.info("No checkpoint in {} to continue from; starting at iteration 0.", files.directory());
    return Optional.empty();
  }

  private static void requireSameRun(
      Path path, Checkpoint checkpoint, Fingerprint fingerprint, long maxIterations) {
    List<String> differences = fingerprint.differencesFrom(checkpoint.fingerprint());
    if (!differences.isEmpty()) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Checkpoint %s is of another run. %s",
              path,
              String.join("; ", differences)),
          "Restore these settings, or choose another checkpoint directory.");
    }
    if (checkpoint.state().iteration() > maxIterations) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Checkpoint %s is at iteration %d, beyond maxIterations = %d",
              path,
              checkpoint.state().iteration(),
              maxIterations),
          "Raise maxIterations, or choose another checkpoint directory.");
    }
  }

  /** Whether a checkpoint is to be written after a round between these iterations. */
  public boolean isDue(long before, long after) {
    return after / settings.interval() > before / settings.interval();
  }

  /**
   * Writes a checkpoint and deletes all but the last good ones.
   *
   * @throws CheckpointNotWrittenException if that fails; earlier checkpoints are as they were
   * @throws org.disentangle.train.CheckpointsTakenException if another run has taken the directory
   *     over
   */
  public void save(Checkpoint checkpoint) {
    try {
      owner.renew();
      Path path = files.write(checkpoint);
      good.remove(path);
      good.add(path);
      while (settings.kept() > 0 && good.size() > settings.kept()) {
        good.remove();
      }
      files.keepOnly(good);
    } catch (IOException e) {
      throw new CheckpointNotWrittenException(
          checkpoint.state().iteration(), files.directory().toString(), newest(), e);
    }
  }

  /** The path of the newest good checkpoint, if any. */
  public Optional<String> newest() {
    return Optional.ofNullable(good.peekLast()).map(Path::toString);
  }

  /** Gives the directory up. */
  @Override
  public void close() {
    try {
      owner.close();
    } catch (IOException e) {
      LOG.warn("The checkpoint directory {} could not be released.", files.directory(), e);
    }
  }

  private List<Path> newestFirst() {
    try {
      return files.newestFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A run saved between two rounds.
   *
   * @param fingerprint what the run was trained on and how
   * @param wholeRound false if the last round was cut short by the end of the run: a longer run
   *     would have averaged later, so it cannot continue here and stay the same bit by bit
   * @param state the averaged state, before any switch scheduled at its iteration
   * @param history every round so far
   * @param best the state of the best score so far; null if none is kept
   * @param model what makes a model of the state, as whoever runs the training writes it; empty if
   *     that is not known
   */
  public record Checkpoint(
      Fingerprint fingerprint,
      boolean wholeRound,
      TrainingState state,
      History history,
      TrainingState best,
      String model) {

    /** Without a best state or a model. */
    public Checkpoint(
        Fingerprint fingerprint, boolean wholeRound, TrainingState state, History history) {
      this(fingerprint, wholeRound, state, history, null, "");
    }
  }
}
