// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes an archive of one stored array of more than 4 GB, of zeros with holes on the disk. */
public final class SparseArchive {

  private static final int LOCAL_HEADER = 30;

  private SparseArchive() {}

  /**
   * Writes the file.
   *
   * @param name of the array
   * @param shape as text
   * @param bytes of all elements
   * @param pieces places in the array, and what lies there
   */
  public static String write(
      Path file, String name, String shape, long bytes, Map<Long, byte[]> pieces)
      throws IOException {
    String description =
        String.format(
            Locale.ROOT, "{'descr': '|u1', 'fortran_order': False, 'shape': (%s), }\n", shape);
    byte[] header = NpzBytes.npy(description, new byte[0]);
    byte[] entry = (name + ".npy").getBytes(StandardCharsets.US_ASCII);
    long size = header.length + bytes;
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      ByteBuffer local = little(LOCAL_HEADER + entry.length + 20);
      local.putInt(0x04034b50).putShort((short) 45).putShort((short) 0).putShort((short) 0);
      local.putInt(0).putInt(0).putInt(-1).putInt(-1).putShort((short) entry.length);
      local.putShort((short) 20).put(entry);
      out.write(zip64(local, size).array());
      long begin = out.getFilePointer();
      out.write(header);
      for (Map.Entry<Long, byte[]> piece : pieces.entrySet()) {
        out.seek(begin + header.length + piece.getKey());
        out.write(piece.getValue());
      }
      long directory = begin + size;
      out.seek(directory);
      ByteBuffer central = little(46 + entry.length + 20);
      central.putInt(0x02014b50).putShort((short) 45).putShort((short) 45).putShort((short) 0);
      central.putShort((short) 0).putInt(0).putInt(0).putInt(-1).putInt(-1);
      central.putShort((short) entry.length).putShort((short) 20).putShort((short) 0);
      central.putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).put(entry);
      out.write(zip64(central, size).array());
      ByteBuffer end = little(56 + 20 + 22);
      end.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0);
      end.putInt(0).putLong(1).putLong(1).putLong(central.capacity()).putLong(directory);
      end.putInt(0x07064b50).putInt(0).putLong(directory + central.capacity()).putInt(1);
      end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) 1);
      end.putShort((short) 1).putInt(central.capacity()).putInt(-1).putShort((short) 0);
      out.write(end.array());
    }
    return file.toString();
  }

  /** An archive of 460,800 black images in the layout of MPI3D, deleted with this JVM. */
  public static String mpi3d(Path folder) throws IOException {
    Path file = folder.resolve("mpi3d.npz");
    file.toFile().deleteOnExit();
    return write(file, "images", "460800, 64, 64, 3", 460_800L * 64 * 64 * 3, Map.of());
  }

  private static ByteBuffer zip64(ByteBuffer header, long size) {
    return header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
