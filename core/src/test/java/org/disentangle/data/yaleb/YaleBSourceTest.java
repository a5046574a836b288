// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.yaleb;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.DatasetCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of 21 x 24 with 3 y + x + 40 k + subject, for three lights k. */
class YaleBSourceTest {

  @TempDir Path folder;

  @Test
  void lightsAndSubjects() {
    Dataset<Row> rows = reader("yaleb").option("numPartitions", 2).load(path("yale"));
    List<Row> all = rows.collectAsList();
    assertArrayEquals(
        new String[] {"image", "factor_subject", "value_azimuth", "value_elevation"},
        rows.columns());
    assertEquals(6, all.size());
    Row last = all.get(5); // +000 < +110 < -005 by name
    assertEquals(1, last.<Integer>getAs("factor_subject"));
    assertEquals(-5.0, last.<Double>getAs("value_azimuth"));
    assertEquals(-10.0, last.<Double>getAs("value_elevation"));
    assertEquals(3 * 20 + 7 + 40 + 11, pixel(last, 24, 21, 0, 20, 7));
    NominalAttribute subject =
        (NominalAttribute) Attribute.fromStructField(rows.schema().apply("factor_subject"));
    assertArrayEquals(new String[] {"yaleB01", "yaleB11"}, subject.values().get());
    assertEquals(3, reader("yaleb").load(path("yale/yaleB11")).count());
  }

  @Test
  void posesOfTheWholeSet() throws IOException {
    Path copy = DatasetCopy.of("yale", folder);
    Path one = copy.resolve("yaleB11/yaleB11_P00A+000E+00.pgm");
    Files.copy(one, copy.resolve("yaleB11/yaleB11_P08A+000E+00.pgm"));
    Dataset<Row> rows = reader("yaleb").load(copy.toString());
    assertEquals(8, rows.collectAsList().get(6).<Integer>getAs("factor_pose"));
  }

  @Test
  void aLongCommentInAHeader() throws IOException {
    Path one = Files.createDirectory(folder.resolve("yaleB01")).resolve("yaleB01_P00A+000E+00.pgm");
    Files.writeString(one, "P5\n#" + "x".repeat(9000) + "\n2 1\n255\n" + "\1\2");
    Row row = reader("yaleb").load(folder.toString()).first();
    assertEquals(2, pixel(row, 1, 2, 0, 0, 1));
  }

  @Test
  void damage() throws IOException {
    Path copy = DatasetCopy.of("yale", folder);
    Path one = copy.resolve("yaleB01/yaleB01_P00A+110E+65.pgm");
    byte[] whole = Files.readAllBytes(one);
    Files.write(one, Arrays.copyOf(whole, whole.length - 1));
    refused(copy, "yaleB01_P00A+110E+65.pgm", "a PGM of 523 bytes", "524 bytes");
    Files.write(one, "P5 10 10 255\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
    refused(copy, "yaleB01_P00A+110E+65.pgm", "an image of 1x10x10", "1x24x21");
    Files.write(one, new byte[0]);
    refused(copy, "yaleB01_P00A+110E+65.pgm", "empty file");
    Files.delete(one);
    Files.write(copy.resolve("yaleB01/yaleB11_P00A+110E+65.pgm"), whole);
    for (Path folderWithIt : List.of(copy, copy.resolve("yaleB01"))) {
      refused(folderWithIt, "yaleB01", "yaleB11_P00A+110E+65.pgm of another subject");
    }
    refused(copy.resolve("nothing"), "nothing");
    refused(Path.of(path("sprites")), "files yaleBNN_PNNA+NNNE+NN.pgm");
  }

  private static void refused(Path path, String... parts) {
    assertRefused("yaleb", reader("yaleb").option("path", path.toString()), parts);
  }
}
