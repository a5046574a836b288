// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.examples.documentation.MarkdownPage.Found;
import org.junit.jupiter.api.Test;

/**
 * Classes that the pages name exist. The pages of .github also name those that a reader is to
 * write; {@code ContributorPagesTest} reads them.
 */
class ClassNamesTest {

  /** Text of two or more words in camel case, as the names of most classes are. */
  private static final Pattern SIMPLE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*[A-Z]\\w*)`");

  private static final Pattern FULL =
      Pattern.compile("\\b(org\\.disentangle(?:\\.[a-z]\\w*)+)\\.([A-Z]\\w+)");

  /** Of Spark, Deeplearning4j and Maven. */
  private static final Set<String> FOREIGN =
      Set.of(
          "CrossValidator",
          "HasInputCol",
          "ParameterAveragingTrainingMaster",
          "ServicesResourceTransformer",
          "TrainValidationSplit");

  private final List<MarkdownPage> pages =
      MarkdownPage.all().stream().filter(page -> !page.path().startsWith(".github")).toList();

  @Test
  void everyClassInTheTextIsOneOfTheSources() throws IOException {
    Set<String> sources = sources();
    assertTrue(sources.contains("InfoGanCr"), "sources were not found");
    Set<String> named = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    for (MarkdownPage page : pages) {
      for (Found name : page.find(SIMPLE)) {
        if (!FOREIGN.contains(name.group(1))) {
          named.add(name.group(1));
          if (!sources.contains(name.group(1))) {
            missing.add(name.place() + ": " + name.group(1));
          }
        }
      }
    }
    assertTrue(named.size() > 30, "only these were found: " + named);
    assertEquals(List.of(), missing, "no source has these names");
  }

  @Test
  void everyFullNameIsThatOfAClass() {
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (MarkdownPage page : pages) {
      for (int i = 0; i < page.lines().size(); i++) {
        for (String name : fullNames(page.lines().get(i))) {
          found++;
          if (getClass().getClassLoader().getResource(name.replace('.', '/') + ".class") == null) {
            missing.add(page.at(i + 1) + ": " + name);
          }
        }
      }
    }
    assertTrue(found > 5, "only " + found + " were found");
    assertEquals(List.of(), missing, "no class has these names");
  }

  private static List<String> fullNames(String line) {
    return FULL.matcher(line).results().map(name -> name.group()).toList();
  }

  /** Names of all source files without their ends. */
  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MarkdownPage.root())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") || name.endsWith(".scala"))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .collect(Collectors.toSet());
    }
  }
}
