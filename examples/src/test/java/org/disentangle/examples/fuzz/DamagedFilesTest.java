// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.idx.IdxBytes;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;

/** Data files that are cut off or changed: all of their rows are read, or none is. */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class DamagedFilesTest {

  private static final int IMAGES = 30;
  private static final Map<String, byte[]> FILES =
      Map.of(
          "images", IdxBytes.images(IMAGES),
          "images.gz", IdxBytes.gzip(IdxBytes.images(IMAGES)),
          "labels", IdxBytes.labels(IMAGES),
          "labels.gz", IdxBytes.gzip(IdxBytes.labels(IMAGES)),
          "deflated.npz", archive().deflated(),
          "stored.npz", archive().stored());

  @Property(tries = 250, seed = "5")
  void dataFiles(@ForAll("names") String name, @ForAll("damages") Damage damage)
      throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "fuzz-files")).toAbsolutePath();
    Path file = Files.write(folder.resolve(name), damage.of(FILES.get(name)));
    Outcome outcome;
    try (QuietSpark quiet = new QuietSpark()) {
      outcome = Outcome.of(() -> read(file), file.toString());
    }
    outcome.requireShareOfBoth(10);
  }

  private static List<Row> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    var reader = SharedSpark.session().read();
    Dataset<Row> rows;
    if (name.startsWith("images")) {
      rows = reader.format("idx").load(file.toString());
    } else if (name.startsWith("labels")) {
      Path images = Files.write(file.resolveSibling("whole"), FILES.get("images"));
      rows = reader.format("idx").option("labels", file.toString()).load(images.toString());
    } else {
      rows = reader.format("dsprites").load(file.toString());
    }
    List<Row> found = rows.collectAsList();
    assertEquals(IMAGES, found.size());
    return found;
  }

  private static NpzBytes archive() {
    return new NpzBytes()
        .with("imgs", "|u1", IMAGES + ", 64, 64", new byte[IMAGES * 64 * 64])
        .with("latents_classes", "<i8", IMAGES + ", 6", new byte[IMAGES * 6 * Long.BYTES]);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(FILES.keySet().stream().sorted().toList());
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Damage.any();
  }
}
