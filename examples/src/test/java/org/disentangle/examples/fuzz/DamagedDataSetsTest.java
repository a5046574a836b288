// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.hadoop.fs.FileUtil;
import org.disentangle.dataset.DataCard;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.dataset.LabelledDataSet.IfThere;
import org.disentangle.model.CodeSampler;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;

/**
 * Folders of labelled data sets that lack files, or whose files are damaged: resuming completes the
 * set, or is refused and touches no file.
 */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class DamagedDataSetsTest {

  private static final Path FOLDER = Path.of("target", "fuzz-sets").toAbsolutePath();
  private static final Path WHOLE = FOLDER.resolve("whole");
  private static final Path COPY = FOLDER.resolve("copy");
  private static final List<String> DESCRIPTIONS =
      List.of("set-card/set.json", "set-card/card.json");
  private static DataCard card;

  @BeforeContainer
  static void write() {
    FileUtil.fullyDelete(FOLDER.toFile());
    card = write(WHOLE, IfThere.REFUSE);
  }

  private static DataCard write(Path folder, IfThere ifThere) {
    return new LabelledDataSet(
            EveryStage.model(), CodeSampler.of(EveryStage.model()).setSeed(5), 10)
        .rowsPerFile(4)
        .write(SharedSpark.session(), folder.resolve("set").toString(), ifThere);
  }

  @Property(tries = 200, seed = "11")
  void resumed(
      @ForAll("descriptions") String description,
      @ForAll("damages") Damage damage,
      @ForAll("missing") List<Integer> missing)
      throws IOException {
    copy();
    damage.to(COPY.resolve(description));
    List<String> names = names(WHOLE);
    for (int place : missing) {
      Files.deleteIfExists(COPY.resolve(names.get(place % names.size())));
    }
    List<String> before = names(COPY);
    Outcome outcome;
    try (QuietSpark quiet = new QuietSpark()) {
      outcome = Outcome.of(DamagedDataSetsTest::resume, COPY.toString());
    }
    if (outcome == Outcome.REFUSED) {
      assertEquals(before, names(COPY));
    }
    outcome.requireShareOfBoth(10);
  }

  @Property(tries = 40, seed = "12")
  void filesThatAreCutOffAreRefused(
      @ForAll("missing") List<Integer> places, @ForAll("ends") int end) throws IOException {
    copy();
    List<String> files = names(COPY).stream().filter(name -> name.endsWith(".parquet")).toList();
    for (int place : places) {
      Path file = COPY.resolve(files.get(place % files.size()));
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, Math.floorMod(end, bytes.length)));
    }
    try (QuietSpark quiet = new QuietSpark()) {
      assertEquals(
          places.isEmpty() ? Outcome.WORKS : Outcome.REFUSED,
          Outcome.of(DamagedDataSetsTest::resume, COPY.toString()));
    }
  }

  private static DataCard resume() throws IOException {
    DataCard resumed = write(COPY, IfThere.RESUME);
    assertEquals(withoutDate(card), withoutDate(resumed));
    assertEquals(names(WHOLE), names(COPY));
    for (String name : names(WHOLE)) {
      if (name.endsWith(".parquet")) {
        assertEquals(-1, Files.mismatch(WHOLE.resolve(name), COPY.resolve(name)), name);
      }
    }
    return resumed;
  }

  /** What a card says of the set itself. */
  private static List<Object> withoutDate(DataCard card) {
    return List.of(
        card.model(), card.seed(), card.codes(), card.noise(), card.image(), card.count());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void copy() throws IOException {
    FileUtil.fullyDelete(COPY.toFile());
    Files.createDirectories(COPY.resolve("set"));
    Files.createDirectories(COPY.resolve("set-card"));
    for (String name : names(WHOLE)) {
      Files.copy(WHOLE.resolve(name), COPY.resolve(name));
    }
  }

  @Provide
  Arbitrary<String> descriptions() {
    return Arbitraries.of(DESCRIPTIONS);
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Damage.any();
  }

  /** Where a file is cut off. */
  @Provide
  Arbitrary<Integer> ends() {
    return Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(-12, 12));
  }

  /** Places of files, which go round. */
  @Provide
  Arbitrary<List<Integer>> missing() {
    return Arbitraries.integers().between(0, 59).list().ofMaxSize(3);
  }
}
