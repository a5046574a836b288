package org.disentangle.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one run in one directory. A checkpoint is written aside and then renamed, so a
 * file with a checkpoint's name is whole unless something damaged it later; the last two are kept.
 */
final class CheckpointStore {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);
  private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12,}\\.bin");
  private static final Pattern NAME_ASIDE = Pattern.compile("\\.checkpoint-.*\\.aside");
  private static final int KEPT = 2;

  private final CheckpointSettings settings;
  private final Path directory;
  private final FileSystem files;

  /** Checkpoints known to be good, oldest first. */
  private final Deque<Path> good = new ArrayDeque<>();

  private CheckpointStore(CheckpointSettings settings, Path directory, FileSystem files) {
    this.settings = settings;
    this.directory = directory;
    this.files = files;
  }

  /**
   * The store of a run that is about to start; empty if no checkpoints are wanted.
   *
   * @throws IllegalArgumentException if the directory holds anything and the run is not to resume,
   *     or holds no checkpoint but something else
   */
  static Optional<CheckpointStore> open(CheckpointSettings settings, Configuration hadoop) {
    if (!settings.enabled()) {
      return Optional.empty();
    }
    try {
      Path path = new Path(settings.directory());
      FileSystem files = path.getFileSystem(hadoop);
      CheckpointStore store = new CheckpointStore(settings, files.makeQualified(path), files);
      store.requireOwnDirectory();
      return Optional.of(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireOwnDirectory() throws IOException {
    if (!files.exists(directory)) {
      return;
    }
    if (!files.getFileStatus(directory).isDirectory()) {
      throw new IllegalArgumentException(
          "The checkpoint directory %s is a file.\nMaybe choose another directory."
              .formatted(directory));
    }
    List<String> names =
        Arrays.stream(files.listStatus(directory))
            .map(status -> status.getPath().getName())
            .filter(name -> !name.startsWith("."))
            .sorted()
            .toList();
    if (!names.isEmpty() && !settings.resume()) {
      throw new IllegalArgumentException(
          """
          The checkpoint directory %s is not empty (it has %s) and resume is false.
          Maybe set resume = true, or choose another directory."""
              .formatted(directory, names.get(0)));
    }
    if (!names.isEmpty() && names.stream().noneMatch(name -> NAME.matcher(name).matches())) {
      throw new IllegalArgumentException(
          """
          The checkpoint directory %s has %s but no checkpoint.
          Maybe it is the directory of something else: choose another one."""
              .formatted(directory, names.get(0)));
    }
  }

  /**
   * The newest checkpoint this run can continue from bit by bit; empty to begin at the start.
   *
   * @throws IllegalArgumentException if the checkpoints are of another run or beyond its end, or
   *     none can be read
   */
  Optional<Checkpoint> resume(Fingerprint fingerprint, long maxIterations) {
    if (!settings.resume()) {
      return Optional.empty();
    }
    List<String> broken = new ArrayList<>();
    boolean readable = false;
    for (Path path : newestFirst()) {
      Checkpoint checkpoint;
      try {
        checkpoint = read(path);
      } catch (IOException e) {
        broken.add("%s (%s)".formatted(path.getName(), e.getMessage()));
        LOG.warn("Checkpoint {} cannot be read ({}); trying an older one.", path, e.getMessage());
        continue;
      }
      readable = true;
      requireSameRun(path, checkpoint, fingerprint, maxIterations);
      if (checkpoint.wholeRound() || checkpoint.state().iteration() == maxIterations) {
        good.add(path);
        LOG.info("Resuming from {}.", path);
        return Optional.of(checkpoint);
      }
      LOG.info("{} ends in a round cut short by the end of its run; going further back.", path);
    }
    if (!broken.isEmpty() && !readable) {
      throw new IllegalArgumentException(
          """
          No checkpoint in %s can be read: %s.
          Maybe the files were damaged or copied in part; to start anew, choose another directory."""
              .formatted(directory, String.join(", ", broken)));
    }
    LOG.info("Nothing to resume from in {}; training starts at iteration 0.", directory);
    return Optional.empty();
  }

  private static void requireSameRun(
      Path path, Checkpoint checkpoint, Fingerprint fingerprint, long maxIterations) {
    List<String> differences = fingerprint.differencesFrom(checkpoint.fingerprint());
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          """
          Checkpoint %s is of another run. %s.
          Maybe restore these settings, or choose another checkpoint directory."""
              .formatted(path, String.join("; ", differences)));
    }
    if (checkpoint.state().iteration() > maxIterations) {
      throw new IllegalArgumentException(
          """
          Checkpoint %s is at iteration %d, beyond maxIterations = %d.
          Maybe raise maxIterations, or choose another checkpoint directory."""
              .formatted(path, checkpoint.state().iteration(), maxIterations));
    }
  }

  /** Whether a checkpoint is to be written after a round between these iterations. */
  boolean isDue(long before, long after) {
    return after / settings.interval() > before / settings.interval();
  }

  /** Writes a checkpoint and deletes all but the last two good ones. */
  void save(Checkpoint checkpoint) {
    String name = "checkpoint-%012d.bin".formatted(checkpoint.state().iteration());
    Path aside = new Path(directory, ".%s.%s.aside".formatted(name, UUID.randomUUID()));
    Path path = new Path(directory, name);
    try {
      files.mkdirs(directory);
      try (DataOutputStream out = files.create(aside, false)) {
        CheckpointFormat.write(checkpoint, out);
      }
      files.delete(path, false);
      if (!files.rename(aside, path)) {
        throw new IOException("Could not rename %s to %s.".formatted(aside, path));
      }
      good.remove(path);
      good.add(path);
      while (good.size() > KEPT) {
        good.remove();
      }
      deleteOthers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes older and damaged checkpoints, and what an interrupted run left half-written. */
  private void deleteOthers() throws IOException {
    for (FileStatus status : files.listStatus(directory)) {
      Path other = status.getPath();
      String name = other.getName();
      boolean ours = NAME.matcher(name).matches() || NAME_ASIDE.matcher(name).matches();
      if (ours && !good.contains(other)) {
        files.delete(other, false);
      }
    }
  }

  /** The newest good checkpoint, if any. */
  Optional<Path> newest() {
    return Optional.ofNullable(good.peekLast());
  }

  private Checkpoint read(Path path) throws IOException {
    try (DataInputStream in = files.open(path)) {
      return CheckpointFormat.read(in);
    }
  }

  private List<Path> newestFirst() {
    try {
      return files.exists(directory)
          ? Arrays.stream(files.listStatus(directory))
              .map(FileStatus::getPath)
              .filter(path -> NAME.matcher(path.getName()).matches())
              .sorted(Comparator.comparing(Path::getName).reversed())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
