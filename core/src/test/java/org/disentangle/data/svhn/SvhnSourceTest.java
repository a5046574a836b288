// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.svhn;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.disentangle.testing.QuietSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvhnSourceTest {

  @TempDir Path folder;

  @Test
  void filesOfSeveralWriters() {
    for (String name : List.of("svhn_v5z.mat", "svhn_octave_v7.mat", "svhn_v5.mat")) {
      List<Row> rows = reader("svhn").option("numPartitions", 2).load(path(name)).collectAsList();
      assertEquals(name.equals("svhn_v5.mat") ? 5 : 20, rows.size());
      for (int image = 0; image < rows.size(); image++) {
        assertEquals(30 * 4 + 5 + 2 * 50 + image, pixel(rows.get(image), 32, 32, 2, 30, 5));
      }
    }
    assertEquals(
        List.of(0, 1, 9, 2, 5),
        reader("svhn").load(path("svhn_v5.mat")).collectAsList().stream()
            .map(row -> row.<Integer>getAs("label"))
            .toList());
    Row ten = reader("svhn").load(path("svhn_v5z.mat")).collectAsList().get(9);
    assertEquals(0, ten.<Integer>getAs("label"));
  }

  @Test
  void whatIsNoVersion5IsRefused() throws IOException {
    refused(path("svhn_v73.mat"), "found a MATLAB 7.3 file (HDF5)", "version 5");
    refused(path("cars/car_003_mesh.mat"), "no variable X among [im, mask]");
    ByteBuffer old = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    old.putInt(50).putInt(6).putInt(6).putInt(0).putInt(2).put((byte) 'X');
    refused(write(old.array()), "found a MATLAB file of version 4; expected", "with -v7");
    byte[] whole = Files.readAllBytes(Path.of(path("svhn_v5.mat")));
    for (int length : new int[] {whole.length - 1, 5000, 131, 100, 3}) {
      refused(write(Arrays.copyOf(whole, length)), "cut.mat");
    }
    byte[] fewer = whole.clone();
    int labels = fewer.length - 40;
    fewer[labels + 7] = 0x41; // the first label of float64
    refused(write(fewer), "variable y", "label");
  }

  @Test
  void damageInsideACompressedVariable() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(path("svhn_v5z.mat")));
    Arrays.fill(bytes, 700, 900, (byte) 0x5a);
    String file = write(bytes);
    String message;
    try (QuietSpark quiet = new QuietSpark()) {
      message =
          assertThrows(Exception.class, () -> reader("svhn").load(file).collectAsList())
              .getMessage();
    }
    assertTrue(message.contains("cut.mat") && message.contains("variable X"), message);
  }

  private static void refused(String file, String... parts) {
    assertRefused("svhn", reader("svhn").option("path", file), parts);
  }

  private String write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("cut.mat"), bytes).toString();
  }
}
