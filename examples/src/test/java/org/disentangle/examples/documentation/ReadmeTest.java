// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.ml.Estimator;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.documentation.MarkdownPage.Row;
import org.junit.jupiter.api.Test;

/** The front page stays short, and names every system. */
class ReadmeTest {

  private static final int MOST_LINES = 160;

  /** Of the whole project. */
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>disentangle-parent[^<]*</artifactId>\\s*<version>([^<]+)<");

  private static final MarkdownPage PAGE = MarkdownPage.read("README.md");

  @Test
  void theFrontPageIsShort() {
    int lines = PAGE.lines().size();
    assertTrue(
        lines <= MOST_LINES,
        "README.md has " + lines + " lines; move what is beyond " + MOST_LINES + " to a module");
  }

  @Test
  void theTableOfSystemsHasEverySystem() {
    Set<String> systems =
        ServiceLoader.load(Estimator.class).stream()
            .filter(provider -> TrainsInRounds.class.isAssignableFrom(provider.type()))
            .map(provider -> provider.type().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> rows =
        PAGE.sections().stream()
            .flatMap(section -> section.rowsOf("Estimator").stream())
            .map(ReadmeTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(systems, rows, "README.md, section Systems");
  }

  @Test
  void theMavenLinesHaveTheVersionOfTheBuild() throws IOException {
    String pom = Files.readString(MarkdownPage.root().resolve("pom.xml"));
    Matcher version = VERSION.matcher(pom);
    assertTrue(version.find(), "pom.xml");
    List<String> versions =
        PAGE.lines().stream().filter(line -> line.contains("<version>")).distinct().toList();
    assertEquals(List.of("  <version>" + version.group(1) + "</version>"), versions);
  }

  /** The text of the link in the first cell. */
  private static String name(Row row) {
    return row.cells().get(0).replaceAll("^\\[`(\\w+)`\\].*", "$1");
  }
}
