// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.disentangle.data.DataFile;
import org.disentangle.data.SeekableFile;

/**
 * A file whose parts can also be asked for without reading them, to learn whether they are within
 * it.
 */
public final class ProbedChannel implements SeekableByteChannel {

  private final SeekableFile file;
  private boolean probing;
  private long place;

  ProbedChannel(DataFile file) throws IOException {
    this.file = SeekableFile.open(file);
  }

  /** Whether from now on reads give nothing of the file, only what is left of its length. */
  void probe(boolean on) {
    probing = on;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (probing) {
      int count = (int) Math.min(target.remaining(), size() - place);
      if (count <= 0) {
        return -1;
      }
      target.position(target.position() + count);
      place += count;
      return count;
    }
    file.position(place);
    int count = file.read(target);
    place += Math.max(count, 0);
    return count;
  }

  @Override
  public long position() {
    return place;
  }

  @Override
  public SeekableByteChannel position(long newPlace) {
    place = newPlace;
    return this;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public int write(ByteBuffer source) {
    return file.write(source);
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    return file.truncate(newSize);
  }
}
