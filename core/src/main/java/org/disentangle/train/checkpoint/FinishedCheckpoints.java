// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.TrainingState;
import org.disentangle.train.History;
import org.disentangle.train.checkpoint.CheckpointStore.Checkpoint;
import org.disentangle.train.shard.DataFingerprint;

/** The checkpoints of a run that is over, that goes on elsewhere, or that is to start again. */
public final class FinishedCheckpoints {

  private FinishedCheckpoints() {}

  /**
   * A file of a directory.
   *
   * @param iteration where the run was
   * @param bytes length of the file
   * @param writtenMillis when it was written, since 1970 in UTC
   */
  public record Entry(long iteration, long bytes, long writtenMillis) {}

  /**
   * What a checkpoint has of a training.
   *
   * @param state the averaged state
   * @param history every round up to there
   * @param model the text that makes a model of the state; empty in those of earlier versions
   * @param data what was trained on
   */
  public record Saved(TrainingState state, History history, String model, DataFingerprint data) {}

  /** Names of all that a directory holds besides hidden files, in order; empty if it is missing. */
  public static List<String> names(String directory, Configuration hadoop) throws IOException {
    return new CheckpointFiles(directory, hadoop).visibleNames();
  }

  /** Its checkpoints, in the order of their iterations; empty if it is missing or has none. */
  public static List<Entry> list(String directory, Configuration hadoop) throws IOException {
    return new CheckpointFiles(directory, hadoop)
        .oldestFirst().stream().map(FinishedCheckpoints::entry).toList();
  }

  private static Entry entry(FileStatus file) {
    return new Entry(
        CheckpointFiles.iteration(file.getPath()), file.getLen(), file.getModificationTime());
  }

  /**
   * Reads one.
   *
   * @throws InvalidInputException if the directory has no checkpoint of that iteration, or it
   *     cannot be read
   */
  public static Saved read(String directory, long iteration, Configuration hadoop)
      throws IOException {
    CheckpointFiles files = new CheckpointFiles(directory, hadoop);
    List<Path> paths = files.oldestFirst().stream().map(FileStatus::getPath).toList();
    Path path =
        paths.stream()
            .filter(one -> CheckpointFiles.iteration(one) == iteration)
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        String.format(
                            Locale.ROOT,
                            "%s has no checkpoint of iteration %d; it has those of %s",
                            files.directory(),
                            iteration,
                            paths.stream().map(CheckpointFiles::iteration).toList())));
    Checkpoint checkpoint;
    try {
      checkpoint = files.read(path);
    } catch (IOException e) {
      throw InvalidInputException.of(
              String.format(Locale.ROOT, "Checkpoint %s cannot be read: %s", path, e.getMessage()))
          .causedBy(e);
    }
    Map<String, String> parts = checkpoint.fingerprint().parts();
    DataFingerprint data =
        new DataFingerprint(
            Long.parseLong(parts.getOrDefault(Fingerprint.IMAGES, "0")),
            parts.getOrDefault(Fingerprint.HASH, ""));
    return new Saved(checkpoint.state(), checkpoint.history(), checkpoint.model(), data);
  }

  /**
   * Deletes the checkpoints, and the directory if it then is empty. Files of other names stay.
   *
   * @throws IllegalArgumentException if a run holds the directory
   */
  public static void remove(String directory, Configuration hadoop) throws IOException {
    CheckpointFiles files = new CheckpointFiles(directory, hadoop);
    try (CheckpointOwner owner = files.claim()) {
      owner.renew();
      files.keepOnly(List.of());
    }
  }
}
