// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.cifar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.data.DataFile;
import org.disentangle.data.RecordFile;
import org.disentangle.data.RecordStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * A binary file of CIFAR: no header, records of labels (one byte, of CIFAR-100 two) and 32 x 32
 * bytes each of red, green, blue.
 *
 * @param file where it is
 * @param labels bytes of labels per record
 * @param records how many
 */
record CifarFile(DataFile file, int labels, int records) implements RecordFile {

  static final int PIXELS = 3 * 32 * 32;

  private static final int BUFFER = 1 << 16;

  /** Derives the number of records from the length. */
  static CifarFile of(DataFile file, int labels) {
    int record = labels + PIXELS;
    if (file.length() % record != 0 || file.length() / record > Integer.MAX_VALUE) {
      Optional<String> kind = Signature.of(file.begin());
      int other = 3 - labels;
      throw file.refuse(
          kind.orElse(String.format(Locale.ROOT, "%d bytes", file.length())),
          String.format(Locale.ROOT, "a multiple of the %d bytes of a record", record),
          file.length() % (other + PIXELS) == 0
              ? "Set option classes to " + (other == 2 ? 100 : 10) + "."
              : "Download the file again.",
          null);
    }
    return new CifarFile(file, labels, (int) (file.length() / record));
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(file.open(), BUFFER);
  }

  /**
   * Reads one of the labels of all records.
   *
   * @param place of the label in a record
   * @param into receives them
   * @param from where the first goes
   * @param count of the classes
   */
  void readLabels(int place, int[] into, int from, int count) {
    try (RecordStream stream = new RecordStream(this::open, labels + PIXELS, this::damaged)) {
      for (int i = 0; i < records; i++) {
        int label = stream.read(i)[place] & 0xff;
        if (label >= count) {
          throw refuse(
              String.format(Locale.ROOT, "the label %d of image %d", label, i),
              String.format(Locale.ROOT, "0 to %d", count - 1),
              null);
        }
        into[from + i] = label;
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public InvalidInputException refuse(String found, String expected, Throwable cause) {
    return file.refuse(found, expected, "Download the file again.", cause);
  }
}
