// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/** The local file system under the scheme {@code full}, with little room left. */
public final class FullFileSystem extends RawLocalFileSystem {

  private static final URI ROOT = URI.create("full:///");

  /** Bytes that still fit. */
  static final AtomicLong ROOM = new AtomicLong();

  /** Renames that still succeed. */
  static final AtomicInteger RENAMES = new AtomicInteger();

  /** Whether all files are full as Linux has it, which Hadoop reports by an error. */
  static volatile boolean isDevice;

  private static final Path FULL = new Path("/dev/full");

  static void register(Configuration configuration) {
    configuration.set("fs.full.impl", FullFileSystem.class.getName());
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    FSDataOutputStream whole =
        super.create(path, overwrite, bufferSize, replication, blockSize, progress);
    if (isDevice) {
      whole.close();
      return super.create(FULL, true, bufferSize, replication, blockSize, progress);
    }
    return limited(whole);
  }

  private static FSDataOutputStream limited(OutputStream whole) {
    OutputStream limited =
        new FilterOutputStream(whole) {
          @Override
          public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            if (ROOM.addAndGet(-count) < 0) {
              throw new IOException("No space left on device");
            }
            out.write(bytes, from, count);
          }
        };
    return new FSDataOutputStream(limited, null);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return RENAMES.decrementAndGet() >= 0 && super.rename(from, to);
  }
}
