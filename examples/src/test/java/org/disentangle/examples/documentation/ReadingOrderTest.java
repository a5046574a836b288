// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map's list of the files in which one training is read, from {@code fit} to a saved model. */
class ReadingOrderTest {

  private static final int MOST_FILES = 50;
  private static final int STATIONS = 13;
  private static final MarkdownPage MAP = MarkdownPage.read("core/README.md");

  /** A class as a link to its source. */
  private static final Pattern FILE = Pattern.compile("\\[`(\\w+)`]\\(([^)]+)\\)");

  private static MarkdownPage.Section section;
  private static List<MarkdownPage.Row> stations;
  private static List<MatchResult> files;

  @BeforeAll
  static void readTheList() {
    section =
        MAP.sections().stream()
            .filter(one -> one.heading().equals("From fit to a saved file"))
            .findFirst()
            .orElseThrow();
    stations = section.rows();
    files =
        stations.stream()
            .flatMap(station -> FILE.matcher(station.cells().get(2)).results())
            .toList();
  }

  @Test
  void atMostFiftyFilesEachOnce() {
    assertEquals(STATIONS, stations.size());
    assertEquals(files.size(), paths().size(), "a file stands twice");
    assertTrue(files.size() <= MOST_FILES, "the list has " + files.size() + " files");
    assertTrue(
        section.text().stream().anyMatch(line -> line.text().contains(files.size() + " files")),
        "the text does not say that there are " + files.size());
  }

  @Test
  void everyFileIsASourceOfItsName() {
    for (MatchResult file : files) {
      Path source = MarkdownPage.root().resolve("core").resolve(file.group(2)).normalize();
      assertTrue(Files.isRegularFile(source), source + " does not exist");
      assertEquals(file.group(1) + ".java", source.getFileName().toString());
    }
  }

  @Test
  void everyStationHasAFileForAFirstReading() {
    for (MarkdownPage.Row station : stations) {
      assertTrue(
          station.cells().get(2).contains("**[`"), MAP.at(station.line()) + " has no file in bold");
    }
  }

  private static Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    files.forEach(file -> paths.add(file.group(2)));
    return paths;
  }
}
