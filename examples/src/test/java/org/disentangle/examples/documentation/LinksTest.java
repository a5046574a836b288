// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disentangle.examples.documentation.MarkdownPage.Found;
import org.junit.jupiter.api.Test;

/** Links and pictures of every page lead to something that is there. */
class LinksTest {

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: *(\\S+)");
  private static final Pattern REFERENCE = Pattern.compile("\\[[^\\]]+\\]\\[([^\\]]+)\\]");
  private static final Pattern DEFINITION = Pattern.compile("^\\[([^\\]]+)\\]: ");

  /** Text that names a file or folder of the repository. */
  private static final Pattern PATH =
      Pattern.compile(
          "`((?:core|transformers|estimators|evaluators|examples|src-test-data|\\.ci|\\.github)/[\\w./-]+)`");

  private final List<MarkdownPage> pages = MarkdownPage.all();

  @Test
  void everyRelativeLinkLeadsToAFileAndAHeading() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (MarkdownPage page : pages) {
      for (Found link : page.find(LINK)) {
        String target = link.group(1) == null ? link.group(2) : link.group(1);
        links++;
        if (!target.matches("(https?|mailto):.*") && !leadsSomewhere(page, target)) {
          broken.add(link.place() + ": " + target + " leads nowhere");
        }
      }
    }
    assertTrue(links > 100, "only " + links + " links were found");
    assertEquals(List.of(), broken);
  }

  /** On pages that define any; elsewhere two pairs of brackets are mathematics. */
  @Test
  void referencesAndTheirDefinitionsAgree() {
    int defining = 0;
    for (MarkdownPage page : pages) {
      Set<String> defined = names(DEFINITION, page);
      if (!defined.isEmpty()) {
        defining++;
        assertEquals(defined, names(REFERENCE, page), page.path() + ": definitions, references");
      }
    }
    assertTrue(defining > 0, "no page defines a reference");
  }

  /** But for the pages of .github, which name files to write; ContributorPagesTest reads them. */
  @Test
  void everyPathInTheTextIsThere() {
    List<String> missing = new ArrayList<>();
    for (MarkdownPage page : pages) {
      if (page.path().startsWith(".github")) {
        continue;
      }
      for (Found path : page.find(PATH)) {
        boolean built = path.group(1).contains("/target/");
        if (!built && !Files.exists(MarkdownPage.root().resolve(path.group(1)))) {
          missing.add(path.place() + ": " + path.group(1) + " does not exist");
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private boolean leadsSomewhere(MarkdownPage page, String target) {
    String[] parts = target.split("#", 2);
    Path folder = MarkdownPage.root().resolve(page.path()).getParent();
    Path file =
        parts[0].isEmpty()
            ? page.path()
            : MarkdownPage.root().relativize(folder.resolve(parts[0]).normalize());
    if (parts.length == 1) {
      return Files.exists(MarkdownPage.root().resolve(file));
    }
    return pages.stream()
        .filter(other -> other.path().equals(file))
        .flatMap(other -> other.sections().stream())
        .anyMatch(section -> section.anchor().equals(parts[1].toLowerCase(Locale.ROOT)));
  }

  private static Set<String> names(Pattern pattern, MarkdownPage page) {
    return page.find(pattern).stream()
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
