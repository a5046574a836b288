// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** Rows of text in columns that line up, every column as wide as its longest cell. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  /** Adds a row with as many cells as there are titles. */
  public TextTable row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "A row has %d cells; expected %d", cells.length, rows.get(0).size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  List<String> titles() {
    return rows.get(0);
  }

  /** All rows but the titles. */
  List<List<String>> cells() {
    return List.copyOf(rows.subList(1, rows.size()));
  }

  /** The table, one line per row, right-aligned. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(cells -> cells.get(at).length()).max().orElse(0);
        line.append("  ").append(" ".repeat(width - row.get(column).length()));
        line.append(row.get(column));
      }
      text.append(line).append(System.lineSeparator());
    }
    return text.toString();
  }
}
