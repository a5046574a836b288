// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disentangle.testing.SharedSpark;

/**
 * A page of the repository, as far as its tests read it: headings, pipe tables and fenced code.
 * Line numbers begin at 1.
 *
 * @param path below the root of the repository
 * @param lines the whole page
 * @param sections in order; the first has what stands before any heading
 */
record MarkdownPage(Path path, List<String> lines, List<Section> sections) {

  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?) *");

  /**
   * From one heading to the next of any level.
   *
   * @param anchor what a link to the heading ends in
   * @param text all lines but fenced code
   */
  record Section(
      String heading, String anchor, int line, List<Line> text, List<Code> code, List<Row> rows) {

    /** Rows of the tables whose first heading is this one. */
    List<Row> rowsOf(String firstHeading) {
      return rows.stream().filter(row -> row.table().equals(firstHeading)).toList();
    }
  }

  record Line(int number, String text) {}

  /** A fenced block; the line is that of its first line of code. */
  record Code(String language, int line, List<String> lines) {}

  /** A row below the headings of a table. */
  record Row(String table, int line, List<String> cells) {}

  /** The folder that holds the modules; that of the sources where a build has links to them. */
  static Path root() {
    try {
      return SharedSpark.testData().toRealPath().getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every page of the repository, without what was built. */
  static List<MarkdownPage> all() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> root().relativize(file))
          .filter(file -> Stream.of("target", ".git").noneMatch(name -> has(file, name)))
          .sorted()
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Path file, String folder) {
    for (Path name : file) {
      if (name.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }

  static MarkdownPage read(String path) {
    return read(Path.of(path));
  }

  private static MarkdownPage read(Path path) {
    try {
      List<String> lines = Files.readAllLines(root().resolve(path));
      return new MarkdownPage(path, lines, sections(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place in the text of a page. */
  record Found(MatchResult match, String place) {

    String group(int number) {
      return match.group(number);
    }
  }

  /** All places that match, except in fenced code. */
  List<Found> find(Pattern pattern) {
    return sections.stream()
        .flatMap(section -> section.text().stream())
        .flatMap(
            line ->
                pattern
                    .matcher(line.text())
                    .results()
                    .map(match -> new Found(match, at(line.number()))))
        .toList();
  }

  /** Where something stands, as editors understand it. */
  String at(int line) {
    return path + ":" + line;
  }

  private static List<Section> sections(List<String> lines) {
    Map<String, Integer> seen = new HashMap<>();
    List<Section> sections = new ArrayList<>();
    sections.add(section("", "", 1));
    Code code = null;
    String table = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Section current = sections.get(sections.size() - 1);
      Matcher heading = HEADING.matcher(line);
      if (line.strip().startsWith("```")) {
        code = code == null ? new Code(line.strip().substring(3), i + 2, new ArrayList<>()) : null;
        if (code != null) {
          current.code().add(code);
        }
      } else if (code != null) {
        code.lines().add(line);
      } else if (heading.matches()) {
        String anchor = anchor(heading.group(1));
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        sections.add(
            section(heading.group(1), before == 0 ? anchor : anchor + "-" + before, i + 1));
      } else {
        current.text().add(new Line(i + 1, line));
        if (!line.startsWith("|")) {
          table = null;
        } else if (table == null) {
          table = cells(line).get(0);
        } else if (!line.matches("[|: -]+")) {
          current.rows().add(new Row(table, i + 1, cells(line)));
        }
      }
    }
    return sections;
  }

  private static Section section(String heading, String anchor, int line) {
    return new Section(
        heading, anchor, line, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  /** As GitHub makes it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }
}
