// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file of Hadoop's as the channel that readers of archives ask for; reads only. */
public final class SeekableFile implements SeekableByteChannel {

  private final FSDataInputStream stream;
  private final long size;
  private boolean open = true;

  private SeekableFile(FSDataInputStream stream, long size) {
    this.stream = stream;
    this.size = size;
  }

  /** Opens a file at its beginning. */
  public static SeekableFile open(DataFile file) throws IOException {
    return new SeekableFile(file.open(), file.length());
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    int count =
        stream.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
    if (count > 0) {
      target.position(target.position() + count);
    }
    return count;
  }

  @Override
  public long position() throws IOException {
    return stream.getPos();
  }

  /** A place after the end is where a read finds the end. */
  @Override
  public SeekableByteChannel position(long place) throws IOException {
    stream.seek(Math.min(place, size));
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    stream.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }
}
