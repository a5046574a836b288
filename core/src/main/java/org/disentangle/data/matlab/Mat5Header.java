// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.matlab;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.ElementType.Kind;

/** Reads the beginning of a variable: flags, sizes, name and the tag of its numbers. */
final class Mat5Header {

  private static final int LONGEST = 1 << 16;
  private static final int FLAGS = 6;
  private static final int SIZES = 5;
  private static final int COMPLEX = 0x800;

  private final DataInputStream stream;
  private final ByteOrder order;
  private final boolean compressed;
  private long read;

  Mat5Header(DataInputStream stream, ByteOrder order, boolean compressed) {
    this.stream = stream;
    this.order = order;
    this.compressed = compressed;
  }

  /** A tag: type and number of bytes, and the bytes themselves where they are in the tag. */
  private record Tag(int type, long bytes, byte[] small) {}

  Mat5Array read(DataFile file, long begin, long bytes) throws IOException {
    if (compressed) {
      Tag matrix = tag();
      if (matrix.type() != Mat5File.MATRIX) {
        throw new IOException("a compressed element of type " + matrix.type());
      }
    }
    if (!compressed && bytes == 0) {
      throw new IOException("an empty element");
    }
    ByteBuffer flags = content(FLAGS, "flags");
    int flag = flags.getInt();
    int arrayClass = flag & 0xff;
    ByteBuffer sizes = content(SIZES, "sizes");
    List<Long> shape = new ArrayList<>();
    while (sizes.remaining() >= Integer.BYTES) {
      int size = sizes.getInt();
      if (size < 0) {
        throw new IOException("the size " + size);
      }
      shape.add((long) size);
    }
    String name = new String(content(0, "a name").array(), StandardCharsets.US_ASCII).strip();
    // numbers: double to uint64; others (cells, structures, text) have no plain numbers
    boolean numbers = arrayClass >= 6 && arrayClass <= 15 && (flag & COMPLEX) == 0;
    Tag data = numbers ? tag() : new Tag(0, 0, null);
    return new Mat5Array(
        file,
        name.replace("\0", ""),
        shape,
        numbers ? type(data.type()) : null,
        begin,
        bytes,
        compressed,
        data.small() == null ? read : read - Integer.BYTES,
        data.bytes());
  }

  private ElementType type(int type) {
    boolean big = order == ByteOrder.BIG_ENDIAN;
    return switch (type) {
      case 1 -> new ElementType(Kind.SIGNED, 1, false);
      case 2 -> ElementType.BYTE;
      case 3 -> new ElementType(Kind.SIGNED, 2, big);
      case 4 -> new ElementType(Kind.UNSIGNED, 2, big);
      case 5 -> new ElementType(Kind.SIGNED, 4, big);
      case 6 -> new ElementType(Kind.UNSIGNED, 4, big);
      case 7 -> new ElementType(Kind.FLOAT, 4, big);
      case 9 -> new ElementType(Kind.FLOAT, 8, big);
      case 12 -> new ElementType(Kind.SIGNED, 8, big);
      case 13 -> new ElementType(Kind.UNSIGNED, 8, big);
      default -> null;
    };
  }

  /** The content of an element; of any type if 0 is given. */
  private ByteBuffer content(int type, String what) throws IOException {
    Tag tag = tag();
    boolean right =
        type == 0 ? tag.type() == 1 || tag.type() == 2 || tag.type() == 16 : tag.type() == type;
    if (!right || tag.bytes() > LONGEST) {
      throw new IOException(
          String.format(
              Locale.ROOT, "%d bytes of type %d in place of %s", tag.bytes(), tag.type(), what));
    }
    if (tag.small() != null) {
      return ByteBuffer.wrap(tag.small()).order(order);
    }
    byte[] bytes = new byte[(int) tag.bytes()];
    stream.readFully(bytes);
    int padding = (int) (-tag.bytes() & 7);
    stream.skipNBytes(padding);
    read += tag.bytes() + padding;
    return ByteBuffer.wrap(bytes).order(order);
  }

  private Tag tag() throws IOException {
    byte[] bytes = new byte[8];
    stream.readFully(bytes);
    read += bytes.length;
    ByteBuffer tag = ByteBuffer.wrap(bytes).order(order);
    int first = tag.getInt(0);
    int small = first >>> 16;
    if (small == 0) {
      return new Tag(first, Integer.toUnsignedLong(tag.getInt(4)), null);
    }
    if (small > Integer.BYTES) {
      throw new IOException(String.format(Locale.ROOT, "a short element of %d bytes", small));
    }
    return new Tag(first & 0xffff, small, Arrays.copyOfRange(bytes, 4, 4 + small));
  }
}
