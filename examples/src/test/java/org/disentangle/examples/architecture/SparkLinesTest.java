// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What differs between Spark 3.5 and Spark 4: a class each line has its own version of, and
 * dl4j-spark, which Spark 4 lacks. Everything else is compiled from the same sources.
 */
class SparkLinesTest {

  private static final Path ROOT = SharedSpark.testData().getParent();

  private static final Set<String> OF_EACH_LINE =
      Set.of(
          "core/org/disentangle/parquet/DirectBytes.java",
          "estimators/org/disentangle/estimator/ClassifierTraining.java");

  private static final Set<String> TESTS_OF_SPARK3_ALONE =
      Set.of(
          "estimators/org/disentangle/estimator/ClassifierRoundsTest.java",
          "estimators/org/disentangle/estimator/Dl4jSparkKryoTest.java",
          "estimators/org/disentangle/estimator/dl4jspark/MasterAgreementTest.java");

  private static final String DL4J_SPARK = "/dl4jspark/";

  @ParameterizedTest
  @ValueSource(strings = {"spark3", "spark4"})
  void aLineHasItsOwnVersionOfTheseClassesAndNoOthers(String line) throws IOException {
    Set<String> found = files(line, "java");
    found.removeIf(source -> line.equals("spark3") && source.contains(DL4J_SPARK));
    assertEquals(new TreeSet<>(OF_EACH_LINE), found);
  }

  /** All other tests run on both lines. */
  @Test
  void theseTestsAreOfSpark3AloneAndNoneIsOfSpark4() throws IOException {
    assertEquals(new TreeSet<>(TESTS_OF_SPARK3_ALONE), files("spark3", "test"));
    assertEquals(Set.of(), files("spark4", "test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark3", "spark4"})
  void noneOfThemIsPublic(String line) throws IOException {
    for (String source : OF_EACH_LINE) {
      String text = Files.readString(file(line, source));
      assertFalse(text.contains("\npublic "), () -> line + ": " + source + " is public");
    }
  }

  /** Without it, Spark 4 would not compile; with it elsewhere, that would be found late. */
  @Test
  void dl4jSparkIsInTheSourcesOfSpark3Alone() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("estimators/src/main/java/"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertFalse(
            Files.readString(file).contains("import org.deeplearning4j.spark"), file::toString);
      }
    }
  }

  private static Path file(String line, String source) {
    int module = source.indexOf('/');
    return ROOT.resolve(source.substring(0, module))
        .resolve("src/" + line + "/java/" + source.substring(module + 1));
  }

  /** Module and path of every file that is of one line alone; kind is java or test. */
  private static Set<String> files(String line, String kind) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String module : Set.of("core", "transformers", "estimators", "evaluators", "examples")) {
      Path folder = ROOT.resolve(module + "/src/" + line + "/" + kind + "/");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(Files::isRegularFile)
              .forEach(file -> found.add(module + "/" + folder.relativize(file)));
        }
      }
    }
    return found;
  }
}
