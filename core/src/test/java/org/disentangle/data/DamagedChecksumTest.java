// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.DataFrameReader;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.testing.QuietSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data whose checksum does not fit are refused by the read that comes to their end. */
class DamagedChecksumTest {

  private static final int CRC_IN_DIRECTORY = 16;

  @TempDir Path folder;

  @Test
  void matlab() throws IOException {
    Path copy = Files.copy(Path.of(path("svhn_v5z.mat")), folder.resolve("a.mat"));
    int bytes =
        ByteBuffer.wrap(Files.readAllBytes(copy)).order(ByteOrder.LITTLE_ENDIAN).getInt(132);
    flip(copy, 136 + bytes - 1); // of X, the first variable
    refused(reader("svhn"), copy, "a.mat", "variable X", "cannot be read to its end");
  }

  @Test
  void gzip() throws IOException {
    Path copy = DatasetCopy.of("smallnorb", folder);
    flip(copy.resolve("smallnorb-5x46789x9x18x6x2x96x96-training-dat.mat.gz"), -8);
    refused(reader("smallnorb"), copy, "training-dat.mat.gz", "cannot be read to its end");
  }

  @Test
  void zip() throws IOException {
    NpzBytes archive = new NpzBytes().with("x", "|u1", "40, 2, 2", new byte[160]);
    for (byte[] bytes : new byte[][] {archive.deflated(), archive.stored()}) {
      Path file = Files.write(folder.resolve("a.npz"), bytes);
      assertEquals(40, reader("npz").load(file.toString()).collectAsList().size());
      flip(file, directory(bytes) + CRC_IN_DIRECTORY);
      refused(reader("npz"), file, "a.npz", "array x that cannot be read", "checksum");
    }
  }

  /** Where the directory of an archive begins. */
  private static int directory(byte[] zip) {
    for (int at = zip.length - 4; ; at--) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        return at;
      }
    }
  }

  /** Changes a byte; negative places count from the end. */
  private static void flip(Path file, int place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[place < 0 ? bytes.length + place : place] ^= 1;
    Files.write(file, bytes);
  }

  private static void refused(DataFrameReader reader, Path path, String... parts) {
    String message;
    try (QuietSpark quiet = new QuietSpark()) {
      message =
          assertThrows(Exception.class, () -> reader.load(path.toString()).collectAsList())
              .getMessage();
    }
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }
}
