// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.PublishedFile;
import org.disentangle.data.idx.IdxBytes;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;

/** Data sources given options of any name and value: rows as asked for, or a refusal. */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class GeneratedSourceOptionsTest {

  private static final List<String> SAMPLE = List.of("sample", "seed", "numPartitions");
  private static final Map<String, List<String>> OPTIONS =
      Map.of(
          "npz",
          List.of("images", "labels", "layout", "white", "sizes", "names", "path"),
          "dsprites",
          List.of("factors", "shape", "scale", "orientation", "posX", "posY", "imageSize", "path"),
          "cdsprites",
          List.of("factors", "angle", "posX", "posY", "path", "x"),
          "teapots",
          List.of("variant", "rows", "groups", "groupSize", "imageSize", "azimuth", "elevation"),
          "idx",
          List.of("labels", "path"),
          "hdf5",
          List.of("images", "labels", "layout", "sizes", "names", "path"),
          "shapes3d",
          List.of("factors", "scale", "orientation", "floor_hue", "path"),
          "cifar",
          List.of("classes", "split", "path"),
          "celeba",
          List.of("attributes", "split", "label", "landmarks", "path"),
          "smallnorb",
          List.of("split", "camera", "path"));

  /** What is read where no path is given. */
  private static final Map<String, String> PATHS =
      Map.of(
          "hdf5", "h5_uneven.h5",
          "shapes3d", "3dshapes_small_shuffle.h5",
          "cifar", "cifar10",
          "celeba", "faces",
          "smallnorb", "smallnorb");

  /**
   * The options of one read; sources of files alone are given one unless they are given another.
   */
  record Read(String source, Map<String, String> options) {}

  @Property(tries = 250, seed = "1")
  void options(@ForAll("reads") Read read) {
    Outcome outcome;
    try (QuietSpark quiet = new QuietSpark()) {
      outcome = Outcome.of(() -> rows(read), read.source() + ": ");
    }
    outcome.requireShareOfBoth(15);
  }

  private static Dataset<Row> rows(Read read) {
    Dataset<Row> rows =
        SharedSpark.session().read().format(read.source()).options(read.options()).load();
    assertEquals("image", rows.columns()[0]);
    String wanted = read.options().getOrDefault("sample", read.options().get("rows"));
    if (wanted != null && wanted.strip().length() < 3) {
      assertEquals(Integer.parseInt(wanted.strip()), rows.count(), read::toString);
    }
    return rows;
  }

  @Provide
  Arbitrary<Read> reads() {
    return Arbitraries.of(OPTIONS.keySet().stream().sorted().toList())
        .flatMap(source -> options(source).map(options -> new Read(source, options)));
  }

  private static Arbitrary<Map<String, String>> options(String source) {
    List<String> names = new ArrayList<>(OPTIONS.get(source));
    names.addAll(SAMPLE);
    names.add("imageFormat");
    Arbitrary<String> name =
        Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.of(names)), Tuple.of(1, Text.any()));
    return Arbitraries.maps(name, values())
        .ofMaxSize(3)
        .map(
            options -> {
              Map<String, String> all = new TreeMap<>(options);
              if (source.equals("idx")) {
                all.putIfAbsent("path", images());
              }
              if (PATHS.containsKey(source)) {
                all.putIfAbsent("path", PublishedFile.path(PATHS.get(source)));
              }
              if (source.equals("npz")) {
                all.putIfAbsent("path", archive());
              }
              return all;
            });
  }

  private static Arbitrary<String> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of("1", "2", "7", "0,2", "0:1", "0:2:2", "16", "64")),
        Tuple.of(2, Arbitraries.of("image", "png", "array", "vector", "all", "0.5")),
        Tuple.of(2, Arbitraries.integers().map(String::valueOf)),
        Tuple.of(1, Arbitraries.longs().map(String::valueOf)),
        Tuple.of(3, Text.any()));
  }

  private static String archive() {
    try {
      Path file = Path.of("target", "fuzz-images.npz");
      NpzBytes archive = new NpzBytes().with("x", "|u1", "40, 2, 2", new byte[160]);
      return Files.write(file, archive.stored()).toAbsolutePath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String images() {
    try {
      Path file = Path.of("target", "fuzz-images.idx");
      return Files.write(file, IdxBytes.images(40)).toAbsolutePath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
