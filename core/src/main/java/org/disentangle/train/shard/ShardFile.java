// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.spark.SparkEnv;
import org.disentangle.error.InvalidInputException;

/**
 * A file of packed images on an executor's local disk. Its name is removed as soon as it is open,
 * so the operating system frees the space when the file is closed or the JVM ends, however it ends.
 * Where open files keep their names (Windows) it is removed when it is closed.
 *
 * <p>Read with system calls and not through a mapping: what was read counts as the system's page
 * cache and not as memory of this process, the space is free at once and not after a garbage
 * collection, and files may be larger than 2 GB. Not read through a channel, which an interrupted
 * task would close for all later ones.
 */
final class ShardFile implements Closeable {

  private final File path;
  private final RandomAccessFile file;
  private final boolean nameless;
  private final boolean shared;
  private long size;

  private ShardFile(File path, boolean shared) throws IOException {
    this.path = path;
    this.shared = shared;
    file = new RandomAccessFile(path, "rw");
    nameless = path.delete();
  }

  /** A new file in one of the directories that {@code spark.local.dir} or the cluster names. */
  static ShardFile onLocalDisk() throws IOException {
    return at(newPath());
  }

  /** The same for several users: it stays open until {@link #remove}. */
  static ShardFile sharedOnLocalDisk() throws IOException {
    return new ShardFile(newPath(), true);
  }

  /** A new file. */
  static ShardFile at(File path) throws IOException {
    return new ShardFile(path, false);
  }

  private static File newPath() {
    return SparkEnv.get().blockManager().diskBlockManager().createTempLocalBlock()._2();
  }

  /**
   * Writes at the end.
   *
   * @return where the bytes begin
   * @throws InvalidInputException if the disk is full or fails
   */
  synchronized long append(byte[] bytes) {
    long start = size;
    try {
      file.seek(start);
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        file.getChannel().write(rest); // RandomAccessFile itself copies to fresh memory each time
      }
    } catch (IOException e) {
      throw InvalidInputException.of(
              String.format(
                  Locale.ROOT,
                  "The images to train on cannot be written to the local disk: %s after %d bytes of a worker's images in %s",
                  e.getMessage(),
                  start,
                  path.getParent()),
              "Set spark.local.dir to a directory with more space.")
          .causedBy(e);
    }
    size += bytes.length;
    return start;
  }

  /** Fills the first {@code length} bytes of an array with those from {@code start} on. */
  synchronized void read(long start, byte[] into, int length) throws IOException {
    file.seek(start);
    file.readFully(into, 0, length);
  }

  /** Gives the space back, unless others use the file too. */
  @Override
  public void close() throws IOException {
    if (!shared) {
      remove();
    }
  }

  /** Gives the space back. */
  synchronized void remove() throws IOException {
    file.close();
    if (!nameless) {
      path.delete();
    }
  }
}
