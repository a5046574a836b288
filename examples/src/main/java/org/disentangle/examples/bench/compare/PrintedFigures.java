// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a benchmark prints, for builds that write no JSON: those of lines that begin
 * with a label ({@code generator 7200 images/s}, {@code fixed(W) = 43.0 ms + ...}), by label and
 * unit, and those of tables, by the first cell of their row and the title of their column.
 */
final class PrintedFigures {

  private static final Pattern LABELLED =
      Pattern.compile("(?: {2,}|(?=\\S+ = ))(\\D+?)(?: = | +)(?=\\d)(.*)");
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?) ?(%|[A-Za-z]+(?:/s)?)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?%?");
  private static final String BETWEEN_CELLS = " {2,}";
  private static final int LEAST_CELLS = 3;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  private PrintedFigures() {}

  /** All numbers by name; a name that comes again gets a number of its own. */
  static Map<String, Double> read(List<String> lines) {
    PrintedFigures read = new PrintedFigures();
    List<String> titles = List.of();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = List.of(line.strip().split(BETWEEN_CELLS));
      if (cells.size() >= LEAST_CELLS
          && cells.stream().noneMatch(cell -> Character.isDigit(cell.charAt(0)))) {
        titles = cells;
      } else if (cells.size() == titles.size() && isNumber(cells.get(0))) {
        read.row(titles, cells);
      } else {
        titles = List.of();
        read.line(line);
      }
    }
    return read.figures;
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private void row(List<String> titles, List<String> cells) {
    for (int column = 1; column < cells.size(); column++) {
      if (isNumber(cells.get(column))) {
        add(
            titles.get(0) + " " + cells.get(0) + ", " + titles.get(column),
            cells.get(column).replace("%", ""));
      }
    }
  }

  private void line(String line) {
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.matches()) {
      Matcher figure = FIGURE.matcher(labelled.group(2));
      while (figure.find()) {
        add(labelled.group(1).strip() + ", " + figure.group(2), figure.group(1));
      }
    }
  }

  private void add(String name, String number) {
    List<String> names = new ArrayList<>(List.of(name));
    while (figures.containsKey(names.get(names.size() - 1))) {
      names.add(name + " " + (names.size() + 1));
    }
    figures.put(names.get(names.size() - 1), Double.parseDouble(number));
  }
}
