// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.bench.compare.BuildComparison.ComparisonReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds are scripts here: what they print is known, and when they ran. */
class BuildComparisonTest {

  private static final List<String> STEP = List.of("step", "--seconds", "5");
  private static final String WITH_JSON = "--seconds=X  --json=FILE";

  /** The milliseconds of a run, one line each. */
  private static final String PRINTS =
      "printf 'small32, batch 8, 1 worker(s) of one thread\\n"
          + "  iteration before CR  %8s ms  %8d images/s in all\\n' \"$ms\" 80";

  private static final String WRITES =
      "for last; do :; done; echo '{\"phase0Ms\": '\"$ms\"', \"batchSize\": 8}' >\"$last\"";

  @TempDir Path folder;

  private Path log;

  @BeforeEach
  void startLog() throws IOException {
    log = Files.createFile(folder.resolve("log"));
  }

  /** A build in its own checkout that does something in every run but that for its help. */
  private ProgramBuild build(String name, String help, String run, double... milliseconds)
      throws IOException {
    Path checkout = folder.resolve(name);
    Path script = checkout.resolve("examples/bin/disentangle");
    Files.createDirectories(script.getParent());
    Path left = checkout.resolve("left");
    List<String> lines = new ArrayList<>();
    for (double one : milliseconds) {
      lines.add(Double.toString(one));
    }
    Files.write(left, lines);
    Files.writeString(
        script,
        lines(
            "#!/bin/sh",
            "case \"$*\" in *--help) echo '" + help + "'; exit 0 ;; esac",
            "echo " + name + " \"$1\" \"$2\" \"$3\" \"$4\" >>'" + log + "'",
            "ms=$(head -n 1 '" + left + "'); sed -i 1d '" + left + "'",
            run));
    assertTrue(script.toFile().setExecutable(true));
    return ProgramBuild.at("--with", checkout.toString());
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static ComparisonReport compare(ProgramBuild here, ProgramBuild there, int pairs)
      throws IOException {
    return new BuildComparison(here, there).run(STEP, List.of("--seconds"), pairs, note -> {});
  }

  @Test
  void ratiosArePairedAndTheOrderAlternates() throws IOException {
    ComparisonReport report =
        compare(
            build("new", WITH_JSON, WRITES, 5, 6, 8),
            build("old", WITH_JSON, WRITES, 10, 10, 10),
            3);
    assertEquals("json", report.readFrom());
    ComparedFigure figure = report.figures().get(0);
    assertEquals(
        new ComparedFigure(
            "phase0Ms", List.of(5.0, 6.0, 8.0), List.of(10.0, 10.0, 10.0), 0.6, 0.5, 0.8),
        figure);
    assertEquals(6, figure.medianHere());
    assertEquals(1, report.figures().size(), "the size of a batch is no figure");
    assertEquals(
        "new old old new new old",
        Files.readAllLines(log).stream()
            .map(line -> line.split(" ")[0])
            .collect(Collectors.joining(" ")));
    assertEquals("new bench step --seconds 5", Files.readAllLines(log).get(0));
  }

  @Test
  void aBuildWithoutJsonIsReadFromWhatItPrints() throws IOException {
    ComparisonReport report =
        compare(build("new", WITH_JSON, PRINTS, 5), build("old", "--seconds=X", PRINTS, 10), 1);
    assertEquals("text", report.readFrom());
    assertEquals(
        List.of("iteration before CR, ms"),
        report.figures().stream().map(ComparedFigure::name).toList());
    assertEquals(0.5, report.figures().get(0).ratio());
  }

  @Test
  void whatTheOtherBuildDoesNotHaveIsRefusedBeforeAnyRun() throws IOException {
    ProgramBuild here = build("new", WITH_JSON, WRITES, 5);
    ProgramBuild there = build("old", "--preset=NAME --no-seconds", WRITES, 10);
    String message =
        assertThrows(InvalidInputException.class, () -> compare(here, there, 1)).getMessage();
    assertTrue(message.contains("without --seconds"), message);
    assertTrue(Files.readAllLines(log).isEmpty());
  }

  @Test
  void aRunThatFailsIsQuoted() throws IOException {
    ProgramBuild here = build("new", WITH_JSON, WRITES, 5);
    ProgramBuild there = build("old", WITH_JSON, "echo 'Unknown preset.' >&2; exit 2", 10);
    String message =
        assertThrows(InvalidInputException.class, () -> compare(here, there, 1)).getMessage();
    assertTrue(message.contains("exit code 2"), message);
    assertTrue(message.endsWith("Unknown preset."), message);
  }

  @Test
  void elementsOfListsAreComparedByWhatTheyAre() throws IOException {
    String points =
        "for last; do :; done; echo '{\"points\": [{\"workers\": 2, \"stepMs\": '\"$ms\"'}, {\"ms\":"
            + " 1}]}' >\"$last\"";
    ComparisonReport report =
        compare(build("new", WITH_JSON, points, 5), build("old", WITH_JSON, points, 10), 1);
    assertEquals("points[workers=2].stepMs", report.figures().get(0).name());
    assertFalse(report.figures().size() > 1);
  }

  @Test
  void aFolderWithoutABuildIsRefused() {
    String message =
        assertThrows(
                InvalidInputException.class, () -> ProgramBuild.at("--with", folder.toString()))
            .getMessage();
    assertTrue(message.contains("examples/bin/disentangle"), message);
  }
}
