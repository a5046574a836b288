// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a picture has to be turned and mirrored to be seen upright, as Exif's tag Orientation
 * (0x0112) of a JPEG or PNG file says. Cameras and telephones store what the sensor saw and this
 * number.
 *
 * @param tag 1 (as stored) to 8
 */
record Orientation(int tag) {

  static final Orientation AS_STORED = new Orientation(1);

  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  /** What a file says; {@link #AS_STORED} where it says nothing, or nothing that is allowed. */
  static Orientation of(byte[] file) {
    if (JpegHeader.begins(file)) {
      return JpegSegments.of(file)
          .exif()
          .map(exif -> ofTiff(file, exif.begin(), exif.length()))
          .orElse(AS_STORED);
    }
    if (PngHeader.begins(file)) {
      return PngChunks.of(file)
          .exif()
          .map(exif -> ofTiff(file, exif.begin(), exif.length()))
          .orElse(AS_STORED);
    }
    return AS_STORED;
  }

  /** Reads the first directory of a TIFF structure. */
  private static Orientation ofTiff(byte[] file, int begin, int length) {
    ByteBuffer tiff = ByteBuffer.wrap(file, begin, length).slice();
    try {
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xFFFF;
      for (int entry = 0; entry < entries; entry++) {
        int at = directory + 2 + entry * ENTRY;
        if ((tiff.getShort(at) & 0xFFFF) == TAG) {
          return allowed(number(tiff, tiff.getShort(at + 2), at + 8));
        }
      }
      return AS_STORED;
    } catch (IndexOutOfBoundsException e) { // damaged, which readers pass over
      return AS_STORED;
    }
  }

  private static int number(ByteBuffer tiff, int type, int at) {
    return switch (type) {
      case BYTE -> tiff.get(at);
      case SHORT -> tiff.getShort(at);
      case LONG -> tiff.getInt(at);
      default -> AS_STORED.tag;
    };
  }

  private static Orientation allowed(int tag) {
    return tag >= 1 && tag <= 8 ? new Orientation(tag) : AS_STORED;
  }

  /** The picture upright; rows and columns change places for 5 to 8. */
  PlanarImage upright(PlanarImage stored) {
    if (tag == AS_STORED.tag) {
      return stored;
    }
    ImageShape from = stored.shape();
    boolean transposed = tag >= 5;
    ImageShape to =
        transposed ? new ImageShape(from.channels(), from.width(), from.height()) : from;
    boolean fromBelow = tag == 3 || tag == 4 || tag == 6 || tag == 7;
    boolean fromRight = tag == 2 || tag == 3 || tag == 7 || tag == 8;
    float[] upright = new float[to.size()];
    int at = 0;
    for (int channel = 0; channel < to.channels(); channel++) {
      for (int y = 0; y < to.height(); y++) {
        for (int x = 0; x < to.width(); x++) {
          int row = transposed ? x : y;
          int column = transposed ? y : x;
          row = fromBelow ? from.height() - 1 - row : row;
          column = fromRight ? from.width() - 1 - column : column;
          upright[at++] = stored.values()[(channel * from.height() + row) * from.width() + column];
        }
      }
    }
    return new PlanarImage(to, upright);
  }
}
