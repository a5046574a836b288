// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages for contributors name paths, classes, rules and sources that exist. */
class ContributorPagesTest {

  private static final MarkdownPage MAP = MarkdownPage.read("core/README.md");
  private static final List<MarkdownPage> PAGES =
      List.of(
          MAP,
          MarkdownPage.read(".github/CONTRIBUTING.md"),
          MarkdownPage.read(".github/RECIPES.md"),
          MarkdownPage.read("CHANGELOG.md"));

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A path from the root, or a file with its ending. */
  private static final Pattern PATH =
      Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?|[\\w-]+\\.(java|xml|md)");

  /** A class, with a class inside it or a method; constants are all capitals. */
  private static final Pattern TYPE =
      Pattern.compile("([A-Z]\\w*[a-z]\\w*)(\\.[A-Z]\\w+)?([.#][a-z]\\w+(\\(\\))?)?");

  /** A package, as pages shorten it. */
  private static final Pattern PACKAGE = Pattern.compile("(org\\.disentangle\\.)?[a-z]+\\.[a-z.]+");

  /** What stands in a recipe for the name of the new thing. */
  private static final String PLACEHOLDER = "NAME";

  /** Classes of the libraries, and names of other things that look like a class. */
  private static final Set<String> FOREIGN =
      Set.of(
          "CrossValidator",
          "HasInputCol",
          "Locale",
          "Optional",
          "ParameterAveragingTrainingMaster",
          "Pipeline");

  /** What begins with a folder of modules but is made by the build, or lies outside. */
  private static final Set<String> ELSEWHERE = Set.of("examples/target/disentangle.jar");

  private static Set<String> types;
  private static Set<String> folders;

  @BeforeAll
  static void readTheRepository() throws IOException {
    try (Stream<Path> files = Files.walk(MarkdownPage.root())) {
      List<String> sources =
          files
              .map(file -> MarkdownPage.root().relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.matches("\\w+/src/\\w+/(java|scala|test)/.*\\.(java|scala)"))
              .toList();
      types =
          sources.stream()
              .map(file -> file.replaceAll(".*/|\\.\\w+$", ""))
              .collect(Collectors.toSet());
      folders =
          sources.stream()
              .map(file -> file.replaceAll(".*/org/disentangle/|/[^/]*$", "").replace('/', '.'))
              .collect(Collectors.toSet());
    }
    assertTrue(types.contains("RoundLoop"), "the sources were not found");
  }

  @Test
  void pathsExist() {
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (Named path : named(PATH)) {
      if (path.text().contains("/") && !ELSEWHERE.contains(path.text())) {
        found++;
        if (!Files.exists(MarkdownPage.root().resolve(known(path.text())))) {
          wrong.add(path.toString());
        }
      }
    }
    assertTrue(found > 20, "only " + found + " paths were found");
    assertEquals(List.of(), wrong);
  }

  @Test
  void classesExist() {
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (Named type : named(TYPE)) {
      String name = type.text().replaceAll("[.#].*", "");
      if (!FOREIGN.contains(name) && !name.contains(PLACEHOLDER)) {
        found++;
        if (!types.contains(name)) {
          wrong.add(type.toString());
        }
      }
    }
    assertTrue(found > 20, "only " + found + " classes were found");
    assertEquals(List.of(), wrong);
  }

  @Test
  void packagesExist() {
    Set<String> roots =
        folders.stream().map(name -> name.replaceAll("\\..*", "")).collect(Collectors.toSet());
    List<String> wrong =
        named(PACKAGE).stream()
            .filter(name -> roots.contains(shortened(name).replaceAll("\\..*", "")))
            .filter(name -> !PATH.matcher(name.text()).matches())
            .filter(name -> folders.stream().noneMatch(one -> isIn(one, shortened(name))))
            .map(Named::toString)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyBoundaryIsInTheMap() throws ClassNotFoundException {
    Class<?> boundaries =
        Class.forName("org.disentangle.examples.architecture.ModuleBoundariesTest");
    Set<String> rules =
        Arrays.stream(boundaries.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .map(field -> field.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rules, firstCells("Rule"));
  }

  @Test
  void everyDataSourceIsInTheMap() {
    Set<String> sources = new TreeSet<>();
    for (DataSourceRegister source : ServiceLoader.load(DataSourceRegister.class)) {
      if (source.getClass().getName().startsWith("org.disentangle.")) {
        sources.add(source.shortName());
      }
    }
    assertEquals(sources, firstCells("Source"));
  }

  private static Set<String> firstCells(String table) {
    return MAP.sections().stream()
        .flatMap(section -> section.rowsOf(table).stream())
        .map(row -> row.cells().get(0).replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String shortened(Named name) {
    return name.text().replaceFirst("^org\\.disentangle\\.", "");
  }

  private static boolean isIn(String folder, String name) {
    return folder.equals(name) || folder.startsWith(name + ".");
  }

  /** The part of a path that does not depend on the new thing's name. */
  private static String known(String path) {
    int placeholder = path.indexOf(PLACEHOLDER);
    return placeholder < 0 ? path : path.substring(0, path.lastIndexOf('/', placeholder) + 1);
  }

  /** A span of code and where it stands. */
  private record Named(String text, String place) {
    @Override
    public String toString() {
      return place + ": " + text;
    }
  }

  private static List<Named> named(Pattern kind) {
    return PAGES.stream()
        .flatMap(page -> page.find(CODE).stream())
        .map(span -> new Named(span.group(1), span.place()))
        .filter(span -> kind.matcher(span.text()).matches())
        .toList();
  }
}
