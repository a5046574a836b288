// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.spark.ml.util.MLReader;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;

/** Folders of saved stages in which one file is cut off or changed: loaded, or refused by name. */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class DamagedModelsTest {

  private static final Path FOLDER = Path.of("target", "fuzz-stages").toAbsolutePath();

  /** A saved stage and what loads it. */
  enum Saved {
    MODEL(InfoGanCrModel.read()),
    CLASSIFIER(ImageClassifierModel.read()),
    SAMPLER(CodeSampler.read()),
    EVALUATOR(DisentanglementEvaluator.read());

    private final MLReader<?> reader;

    Saved(MLReader<?> reader) {
      this.reader = reader;
    }

    Path folder() {
      return FOLDER.resolve(name());
    }

    /** All files but checksums and markers. */
    List<Path> files() {
      try (Stream<Path> files = Files.walk(folder())) {
        return files
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().matches("\\..*|_SUCCESS"))
            .map(folder()::relativize)
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeContainer
  static void save() throws IOException {
    SharedSpark.session();
    FileUtil.fullyDelete(FOLDER.toFile());
    EveryStage.model().save(Saved.MODEL.folder().toString());
    EveryStage.classifier().save(Saved.CLASSIFIER.folder().toString());
    new CodeSampler("sampler")
        .setNumCodes(3)
        .setCodeNames("a", "b", "c")
        .setCodeGrid("a=3")
        .save(Saved.SAMPLER.folder().toString());
    new DisentanglementEvaluator("evaluator")
        .setMetrics("mig")
        .setMinCodeStd(0.5)
        .save(Saved.EVALUATOR.folder().toString());
  }

  @Property(tries = 150, seed = "6")
  void savedStages(
      @ForAll Saved saved, @ForAll("places") int place, @ForAll("damages") Damage damage)
      throws IOException {
    Path copy = FOLDER.resolve("copy");
    FileUtil.fullyDelete(copy.toFile());
    copy(saved.folder(), copy);
    List<Path> files = saved.files();
    damage.to(copy.resolve(files.get(place % files.size())));
    Outcome outcome;
    try (QuietSpark quiet = new QuietSpark()) {
      outcome = Outcome.of(() -> saved.reader.load(copy.toString()), copy.toString());
    }
    outcome.requireShareOfBoth(10);
  }

  @Property(tries = 1)
  void wholeFoldersAreLoaded() {
    for (Saved saved : Saved.values()) {
      assertEquals(
          Outcome.WORKS, Outcome.of(() -> saved.reader.load(saved.folder().toString()), ""));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 59);
  }

  @Provide
  Arbitrary<Damage> damages() {
    return Damage.any();
  }
}
