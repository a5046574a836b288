// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * The header of a PGM file: P5 (bytes, or two of them per sample with the higher first) or P2
 * (text). Comments from # to the end of a line may stand between its words.
 *
 * @param begin of the samples in the file
 * @param fullScale the sample that means 1, up to 65535
 */
record PgmHeader(boolean text, int width, int height, float fullScale, int begin)
    implements PictureHeader {

  private static final int BYTE_VALUES = 256;
  private static final int LARGEST = 65535;

  /** Whether the bytes begin as a PGM does. */
  static boolean begins(byte[] file) {
    return file.length > 2
        && file[0] == 'P'
        && (file[1] == '2' || file[1] == '5')
        && isBlank(file[2]);
  }

  /** Reads words of a PGM file. */
  private static final class Words {

    private final byte[] file;
    private int at = 2;

    Words(byte[] file) {
      this.file = file;
    }

    /** The next whole number; -1 if there is none. */
    int number() {
      while (at < file.length && (isBlank(file[at]) || file[at] == '#')) {
        if (file[at] == '#') {
          while (at < file.length && file[at] != '\n' && file[at] != '\r') {
            at++;
          }
        } else {
          at++;
        }
      }
      int begin = at;
      while (at < file.length && file[at] >= '0' && file[at] <= '9') {
        at++;
      }
      return at == begin || at - begin > 9
          ? -1
          : Integer.parseInt(new String(file, begin, at - begin, StandardCharsets.US_ASCII));
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /**
   * Reads the header.
   *
   * @param file its beginning, at least to the end of the header
   * @throws InvalidInputException if the file ends within it, or its numbers mean nothing
   */
  static PgmHeader read(byte[] file, CellPlace place) {
    Words words = new Words(file);
    int width = words.number();
    int height = words.number();
    int largest = words.number();
    if (width < 1
        || height < 1
        || largest < 1
        || largest > LARGEST
        || !ImageShape.fitsAnArray(1, height, width)
        || words.at >= file.length) {
      throw place.refuse(
          String.format(
              Locale.ROOT,
              "a PGM of width %d, height %d and largest sample %d",
              width,
              height,
              largest),
          EXPECTED,
          "The file is cut off or damaged.");
    }
    return new PgmHeader(file[1] == '2', width, height, largest, words.at + 1);
  }

  /** How many bytes a whole file of this header has; of text at least. */
  long fileBytes() {
    long samples = (long) width * height;
    return text ? begin + samples * 2 - 1 : begin + samples * sampleBytes();
  }

  private int sampleBytes() {
    return fullScale < BYTE_VALUES ? 1 : 2;
  }

  /**
   * The samples of the whole file.
   *
   * @throws InvalidInputException if there are fewer, or one is above the largest
   */
  Raster raster(byte[] file, CellPlace place) {
    int type = fullScale < BYTE_VALUES ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
    WritableRaster raster = Raster.createBandedRaster(type, width, height, 1, null);
    Words words = new Words(file);
    words.at = begin;
    int at = begin;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sample;
        if (text) {
          sample = words.number();
        } else if (at + sampleBytes() > file.length) {
          sample = -1;
        } else {
          sample = file[at++] & 0xff;
          sample = sampleBytes() == 1 ? sample : sample << 8 | file[at++] & 0xff;
        }
        if (sample < 0 || sample > fullScale) {
          throw place.refuse(
              sample < 0
                  ? String.format(
                      Locale.ROOT,
                      "a PGM whose %d bytes end before the sample in row %d, column %d",
                      file.length,
                      y,
                      x)
                  : String.format(
                      Locale.ROOT, "a PGM with the sample %d, above %.0f", sample, fullScale),
              EXPECTED,
              "The file is cut off or damaged.");
        }
        raster.setSample(x, y, 0, sample);
      }
    }
    return raster;
  }

  @Override
  public String kind() {
    return "PGM";
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public byte[] plain(byte[] file) {
    return file;
  }
}
