// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * The header of a PGM or PPM file: P5 and P6 (bytes, or two of them per sample with the higher
 * first) or P2 and P3 (text). Comments from # to the end of a line may stand between its words.
 *
 * @param text whether samples are text
 * @param channels 1 (PGM) or 3 (PPM: red, green and blue of each pixel)
 * @param begin of the samples in the file
 * @param fullScale the sample that means 1, up to 65535
 */
record NetpbmHeader(boolean text, int channels, int width, int height, float fullScale, int begin)
    implements PictureHeader {

  private static final int BYTE_VALUES = 256;
  private static final int LARGEST = 65535;
  private static final int WORDS = 3;
  private static final int MOST_DIGITS = 9;
  private static final int SHOWN = 20;

  /** Whether the bytes begin as a PGM or PPM does. */
  static boolean begins(byte[] file) {
    return file.length > 2
        && file[0] == 'P'
        && (isGrey(file) || file[1] == '3' || file[1] == '6')
        && isBlank(file[2]);
  }

  private static boolean isGrey(byte[] file) {
    return file[1] == '2' || file[1] == '5';
  }

  /** Reads words of a file. */
  private static final class Words {

    private final byte[] file;
    private int at = 2;

    Words(byte[] file) {
      this.file = file;
    }

    /** The next word: digits, or what stands in place of them; empty if there is none. */
    String word() {
      skip();
      int begin = at;
      while (at < file.length && isDigit(file[at])) {
        at++;
      }
      while (at == begin || !isDigit(file[begin])) {
        if (at >= file.length || isBlank(file[at]) || file[at] == '#') {
          break;
        }
        at++;
      }
      return new String(file, begin, at - begin, StandardCharsets.ISO_8859_1);
    }

    /** The next whole number; -1 if there is none. */
    int number() {
      skip();
      int begin = at;
      while (at < file.length && isDigit(file[at])) {
        at++;
      }
      return at == begin || at - begin > MOST_DIGITS
          ? -1
          : Integer.parseInt(new String(file, begin, at - begin, StandardCharsets.US_ASCII));
    }

    private void skip() {
      while (at < file.length && (isBlank(file[at]) || file[at] == '#')) {
        if (file[at] == '#') {
          while (at < file.length && file[at] != '\n' && file[at] != '\r') {
            at++;
          }
        } else {
          at++;
        }
      }
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** A number of the header; -1 if it is none, or too long for one. */
  private static int number(String word) {
    return word.matches("\\d{1," + MOST_DIGITS + "}") ? Integer.parseInt(word) : -1;
  }

  /** A word for messages. */
  private static String shown(String word) {
    return word.isEmpty()
        ? "(nothing)"
        : word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "...";
  }

  /** Whether the header ends within these first bytes of a file that begins as one. */
  static boolean isWhole(byte[] begin) {
    Words words = new Words(begin);
    for (int word = 0; word < WORDS; word++) {
      words.word();
    }
    return words.at < begin.length;
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
  static NetpbmHeader read(byte[] file, CellPlace place) {
    Words words = new Words(file);
    List<String> found = List.of(words.word(), words.word(), words.word());
    int width = number(found.get(0));
    int height = number(found.get(1));
    int largest = number(found.get(2));
    int channels = isGrey(file) ? 1 : 3;
    if (width < 1
        || height < 1
        || largest < 1
        || largest > LARGEST
        || !ImageShape.fitsAnArray(channels, height, width)
        || words.at >= file.length) {
      throw place.refuse(
          String.format(
              Locale.ROOT,
              "a %s of width %s, height %s and largest sample %s",
              kind(channels),
              shown(found.get(0)),
              shown(found.get(1)),
              shown(found.get(2))),
          EXPECTED,
          "The file is cut off or damaged.");
    }
    boolean text = file[1] == '2' || file[1] == '3';
    return new NetpbmHeader(text, channels, width, height, largest, words.at + 1);
  }

  /** How many bytes a whole file of this header has; of text at least. */
  long fileBytes() {
    long samples = (long) width * height * channels;
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
    WritableRaster raster = Raster.createBandedRaster(type, width, height, channels, null);
    Words words = new Words(file);
    words.at = begin;
    int at = begin;
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < width * channels; i++) {
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
          throw wrongSample(sample, y, i / channels, file.length, place);
        }
        raster.setSample(i / channels, y, i % channels, sample);
      }
    }
    return raster;
  }

  private InvalidInputException wrongSample(
      int sample, int row, int column, int length, CellPlace place) {
    return place.refuse(
        sample < 0
            ? String.format(
                Locale.ROOT,
                "a %s whose %d bytes end before the sample in row %d, column %d",
                kind(),
                length,
                row,
                column)
            : String.format(
                Locale.ROOT, "a %s with the sample %d, above %.0f", kind(), sample, fullScale),
        EXPECTED,
        "The file is cut off or damaged.");
  }

  @Override
  public String kind() {
    return kind(channels);
  }

  private static String kind(int channels) {
    return channels == 1 ? "PGM" : "PPM";
  }

  @Override
  public byte[] plain(byte[] file) {
    return file;
  }
}
