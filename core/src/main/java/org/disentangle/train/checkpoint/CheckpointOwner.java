// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;
import org.disentangle.train.CheckpointsTakenException;

/**
 * The claim of one run to its checkpoint directory: a file that names the run's process. Its time
 * is set again with every checkpoint, and it goes with the run. A claim is void if its process on
 * this machine is gone, or if it is of another machine and a day old.
 */
final class CheckpointOwner implements AutoCloseable {

  private static final String NAME = ".owner";
  private static final long WRITTEN_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long VOID_AFTER_MILLIS = TimeUnit.DAYS.toMillis(1);
  private static final long RENEWED_WITHIN_MILLIS = TimeUnit.HOURS.toMillis(1);

  /** Claims of runs in this JVM. */
  private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

  private final FileSystem files;
  private final Path file;
  private final Claim claim;

  /**
   * What the file holds.
   *
   * @param started of the process, or of the claim where the system does not say
   */
  private record Claim(String token, String host, long pid, Instant started) {

    static Claim fresh() throws IOException {
      ProcessHandle self = ProcessHandle.current();
      return new Claim(
          UUID.randomUUID().toString(),
          InetAddress.getLocalHost().getHostName(),
          self.pid(),
          self.info().startInstant().orElseGet(Instant::now));
    }

    static Claim parse(String text) {
      String[] parts = text.split(" ");
      return new Claim(parts[0], parts[1], Long.parseLong(parts[2]), Instant.parse(parts[3]));
    }

    String text() {
      return String.join(" ", token, host, Long.toString(pid), started.toString());
    }

    boolean isVoid(Claim by, long ageMillis) {
      if (!host.equals(by.host)) {
        return ageMillis > VOID_AFTER_MILLIS;
      }
      if (pid == by.pid) {
        return !LIVE.contains(token);
      }
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(start -> !start.equals(started))
          .orElse(true);
    }
  }

  private CheckpointOwner(FileSystem files, Path file, Claim claim) {
    this.files = files;
    this.file = file;
    this.claim = claim;
  }

  /**
   * Claims a directory, which is made if need be.
   *
   * @throws IllegalArgumentException if another run holds it
   */
  static CheckpointOwner claim(FileSystem files, Path directory) throws IOException {
    CheckpointOwner owner = new CheckpointOwner(files, new Path(directory, NAME), Claim.fresh());
    files.mkdirs(directory);
    try {
      owner.write(false);
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
      owner.requireVoid();
      owner.write(true);
    }
    LIVE.add(owner.claim.token());
    return owner;
  }

  private void requireVoid() throws IOException {
    Claim other;
    try {
      other = readWhole();
    } catch (RuntimeException e) {
      throw InvalidInputException.of(
              String.format(
                  Locale.ROOT, "The file %s does not say which run holds its directory", file),
              "Delete it if no run uses the directory.")
          .causedBy(e);
    }
    long written = files.getFileStatus(file).getModificationTime();
    if (!other.isVoid(claim, System.currentTimeMillis() - written)) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The checkpoint directory %s is held by a run of process %d on %s, last heard of at %s",
              file.getParent(),
              other.pid(),
              other.host(),
              Instant.ofEpochMilli(written)),
          String.format(
              Locale.ROOT,
              "Choose another directory, or wait; if that run is known to be dead, delete %s.",
              file));
    }
  }

  /** The claim; one that is just being written is waited for. */
  private Claim readWhole() throws IOException {
    long latest = System.nanoTime() + WRITTEN_WITHIN_NANOS;
    while (true) {
      try {
        return read();
      } catch (RuntimeException halfWritten) {
        if (System.nanoTime() - latest > 0) {
          throw halfWritten;
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  private Claim read() throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return Claim.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void write(boolean overwrite) throws IOException {
    OutputStream out = files.create(file, overwrite);
    try (out) {
      out.write(claim.text().getBytes(StandardCharsets.UTF_8));
    } catch (FSError e) { // an empty claim would be taken for somebody's
      files.delete(file, false);
      throw CheckpointFiles.failure(e);
    }
  }

  /**
   * Signals that the run is alive; to be called before each checkpoint.
   *
   * @throws CheckpointsTakenException if another run has taken the directory over
   */
  void renew() throws IOException {
    if (!isOurs()) {
      throw new CheckpointsTakenException(file.getParent().toString());
    }
    long now = System.currentTimeMillis();
    files.setTimes(file, now, -1);
    if (now - files.getFileStatus(file).getModificationTime() > RENEWED_WITHIN_MILLIS) {
      write(true); // object stores keep the time of writing
    }
  }

  private boolean isOurs() throws IOException {
    try {
      return read().equals(claim);
    } catch (FileNotFoundException | RuntimeException gone) {
      return false;
    }
  }

  /** Gives the directory up; one that nothing was written to is removed. */
  @Override
  public void close() throws IOException {
    LIVE.remove(claim.token());
    if (isOurs()) {
      files.delete(file, false);
      Path directory = file.getParent(); // which is gone already where folders are only prefixes
      if (files.exists(directory) && files.listStatus(directory).length == 0) {
        files.delete(directory, false);
      }
    }
  }
}
