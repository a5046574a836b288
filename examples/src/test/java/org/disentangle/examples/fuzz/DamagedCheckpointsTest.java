// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.QuietSpark;
import org.disentangle.train.TrainingListener.Wish;

/**
 * Checkpoint folders of an interrupted training to which something happened: resuming gives the
 * state of the uninterrupted training, or a refusal, and never another model.
 */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class DamagedCheckpointsTest {

  private static final Path FOLDER = Path.of("target", "fuzz-checkpoints").toAbsolutePath();
  private static final Path WHOLE = FOLDER.resolve("whole");
  private static final Path COPY = FOLDER.resolve("copy");
  private static TrainingState uninterrupted;
  private static List<String> names;

  /** What happens to the files, of which places go round. */
  interface Accident {
    void to(List<Path> files) throws IOException;
  }

  /** An accident in words. */
  record Event(String words, Accident accident) {
    @Override
    public String toString() {
      return words;
    }
  }

  @BeforeContainer
  static void interrupt() throws IOException {
    FileUtil.fullyDelete(FOLDER.toFile());
    uninterrupted = training(FOLDER.resolve("other")).fit(images()).data().state();
    training(WHOLE)
        .addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE)
        .fit(images());
    names = visible(WHOLE);
    assertEquals(2, names.size());
    Files.writeString(
        WHOLE.resolve(".owner"), "0a1b somewhere 4711 2020-01-01T00:00:00Z"); // of a dead run
    Files.setLastModifiedTime(WHOLE.resolve(".owner"), FileTime.fromMillis(0));
  }

  @Property(tries = 50, seed = "10")
  void resumed(@ForAll("events") Event event) throws IOException {
    copy();
    event.accident().to(names.stream().map(COPY::resolve).toList());
    Outcome outcome;
    try (QuietSpark quiet = new QuietSpark()) {
      outcome = Outcome.of(DamagedCheckpointsTest::resume, "infoGanCr_fuzz");
    }
    outcome.requireShareOfBoth(10);
  }

  private static TrainingState resume() {
    TrainingState state = training(COPY).setResume(true).fit(images()).data().state();
    assertEquals(uninterrupted, state);
    return state;
  }

  /** Three iterations, each a round with a checkpoint. */
  private static InfoGanCr training(Path folder) {
    return new InfoGanCr("infoGanCr_fuzz")
        .setPreset("small32")
        .setNumCodes(2)
        .setNoiseDim(2)
        .setBatchSize(4)
        .setMaxIter(3)
        .setCrStart(1)
        .setAveragingFrequency(1)
        .setCheckpointInterval(1)
        .setCheckpointDir(folder.toString());
  }

  private static Dataset<Row> images() {
    return Table.fitting(List.of(Cells.images().get(0)), 8).data();
  }

  private static List<String> visible(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** Without Hadoop's checksums, which many file systems do not have. */
  private static void copy() throws IOException {
    FileUtil.fullyDelete(COPY.toFile());
    Files.createDirectories(COPY);
    for (String name : names) {
      Files.copy(WHOLE.resolve(name), COPY.resolve(name));
    }
    Files.copy(WHOLE.resolve(".owner"), COPY.resolve(".owner"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Provide
  Arbitrary<Event> events() {
    Arbitrary<Event> one =
        Combinators.combine(Arbitraries.integers().between(0, 1), Damage.any())
            .as((place, damage) -> new Event(place + ": " + damage, f -> damage.to(f.get(place))));
    Arbitrary<Event> both =
        Combinators.combine(Damage.any(), Damage.any())
            .as(
                (first, second) ->
                    new Event(
                        first + " and " + second,
                        files -> {
                          first.to(files.get(0));
                          second.to(files.get(1));
                        }));
    Arbitrary<Event> missingAndDamaged =
        Combinators.combine(Arbitraries.integers().between(0, 1), Damage.any())
            .as(
                (place, damage) ->
                    new Event(
                        place + " alone: " + damage,
                        files -> {
                          Files.delete(files.get(1 - place));
                          damage.to(files.get(place));
                        }));
    return Arbitraries.frequencyOf(
        Tuple.of(3, one),
        Tuple.of(3, both),
        Tuple.of(3, missingAndDamaged),
        Tuple.of(2, Arbitraries.of(otherEvents())),
        Tuple.of(
            1,
            Damage.any()
                .map(
                    damage ->
                        new Event(
                            "owner: " + damage,
                            files -> damage.to(files.get(0).resolveSibling(".owner"))))));
  }

  private static List<Event> otherEvents() {
    return List.of(
        new Event("nothing", files -> {}),
        new Event("oldest is missing", files -> Files.delete(files.get(0))),
        new Event("newest is missing", files -> Files.delete(files.get(1))),
        new Event(
            "both are missing",
            files -> {
              Files.delete(files.get(0));
              Files.delete(files.get(1));
            }),
        new Event("no owner", files -> Files.delete(files.get(0).resolveSibling(".owner"))),
        new Event("empty", files -> Files.write(files.get(1), new byte[0])),
        new Event("copied", files -> copyOver(files.get(0), files.get(1))),
        new Event("copied back", files -> copyOver(files.get(1), files.get(0))),
        new Event(
            "swapped",
            files -> {
              Path aside = files.get(0).resolveSibling(".aside");
              Files.move(files.get(0), aside);
              Files.move(files.get(1), files.get(0));
              Files.move(aside, files.get(1));
            }));
  }

  private static void copyOver(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
