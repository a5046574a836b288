// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.data.idx.IdxBytes;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose damage only shows when their images are read: nothing readable is written. */
class FailedReadTest {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void places() {
    file = folder.resolve("data");
    out = folder.resolve("out");
  }

  @Test
  void gzipCutOffAfterItWasLoaded() throws IOException {
    byte[] whole = IdxBytes.gzip(IdxBytes.images(200));
    Files.write(file, whole);
    Dataset<Row> images = load("idx", file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertFails(2, images, "idx: file ", "a gzip file of ", "cannot be read to its end");
  }

  @Test
  void imagesCutOffAfterTheyWereLoaded() throws IOException {
    byte[] whole = IdxBytes.images(200);
    Files.write(file, whole);
    Dataset<Row> images = load("idx", file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    assertFails(2, images, "idx: file ", "cannot be read to its end");
  }

  @Test
  void aPixelOfAnArchiveThatIsNeitherBlackNorWhite() throws IOException {
    byte[] pixels = new byte[20 * 64 * 64];
    pixels[pixels.length - 1] = 2;
    NpzBytes archive =
        new NpzBytes()
            .with("imgs", "|u1", "20, 64, 64", pixels)
            .with("latents_classes", "<i8", "20, 6", new byte[20 * 6 * 8]);
    Files.write(file, archive.deflated());
    assertFails(1, load("dsprites", file), "dsprites: file ", "the value 2 in image 19");
  }

  private static Dataset<Row> load(String source, Path file) {
    return SPARK.read().format(source).option("numPartitions", 1).load(file.toString());
  }

  private void assertFails(int expectedLines, Dataset<Row> images, String... parts)
      throws IOException {
    Exception failure;
    try (QuietSpark quiet = new QuietSpark()) {
      failure = assertThrows(Exception.class, () -> images.write().parquet(out.toString()));
    }
    List<String> lines = refusal(failure).lines().toList();
    assertEquals(expectedLines, lines.size(), lines::toString);
    assertTrue(lines.get(0).contains(file.toString()), lines.get(0));
    for (String part : parts) {
      assertTrue(lines.get(0).contains(part), lines.get(0));
    }
    assertFalse(Files.exists(out.resolve("_SUCCESS")));
    try (Stream<Path> written = Files.walk(out)) {
      assertEquals(List.of(), written.filter(Files::isRegularFile).toList());
    }
    assertThrows(AnalysisException.class, () -> SPARK.read().parquet(out.toString()));
  }

  private static String refusal(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(InvalidInputException.class::isInstance)
        .findFirst()
        .orElseThrow()
        .getMessage();
  }
}
