// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a heat map are, in pixels. Room grows with the texts, so none is cut off.
 *
 * @param cellWidth width of a cell
 * @param cellHeight height of a cell
 * @param cellsWidth width of all cells
 * @param cellsHeight height of all cells
 * @param names how the names of rows and columns are set
 * @param turn by how much column names are turned, in radians: not at all, half upright or upright
 * @param values how values are set; empty if they do not fit the cells
 * @param left where cells begin, from the left edge
 * @param top where cells and the colour bar begin, from the upper edge
 * @param columnTitleY the middle of the title below the column names
 * @param barHeight height of the colour bar
 * @param barRight right end of the texts beside the bar, with a gap
 * @param width width of the picture
 * @param height height of the picture
 */
record HeatMapLayout(
    int cellWidth,
    int cellHeight,
    int cellsWidth,
    int cellsHeight,
    Lettering names,
    double turn,
    Optional<Lettering> values,
    int left,
    int top,
    double columnTitleY,
    int barHeight,
    int barRight,
    int width,
    int height) {

  static final Lettering TITLE = Lettering.bold(18);
  static final Lettering AXIS = Lettering.plain(15);
  static final Lettering TICKS = Lettering.plain(13);
  static final int MARGIN = 16;
  static final int GAP = 8;
  static final int BAR_WIDTH = 18;

  private static final int BAR_GAP = 24;
  private static final int LEAST_BAR = 96;
  private static final int SIDE = 640;
  private static final int SMALLEST_CELL = 14;
  private static final int LARGEST_CELL = 90;
  private static final int NAME_SIZE = 14;
  private static final int SMALLEST_TEXT = 9;
  private static final int LARGEST_VALUE = 16;

  static HeatMapLayout of(
      Matrix matrix, Titles titles, List<String> valueTexts, List<String> tickTexts) {
    int longer = Math.max(matrix.rows(), matrix.columns());
    int cellHeight = bounded(SIDE / longer, SMALLEST_CELL, LARGEST_CELL);
    int cellWidth = bounded(SIDE / matrix.columns(), cellHeight, cellHeight * 3 / 2);
    int cellsWidth = matrix.columns() * cellWidth;
    int cellsHeight = matrix.rows() * cellHeight;
    Lettering names = Lettering.plain(bounded(cellHeight - 4, SMALLEST_TEXT, NAME_SIZE));
    double turn = turn(names, names.widest(matrix.columnNames()), cellWidth);
    int rowRoom = names.widest(matrix.rowNames()) + GAP;
    int left =
        MARGIN
            + room(AXIS, titles.rows())
            + Math.max(rowRoom, overhang(matrix, names, turn, cellWidth));
    int top = MARGIN + room(TITLE, titles.figure()) + GAP;
    int nameBottom = top + cellsHeight + GAP + nameDepth(matrix, names, turn);
    int barHeight = Math.max(cellsHeight, LEAST_BAR);
    int barRight = left + cellsWidth + BAR_GAP + BAR_WIDTH + GAP + TICKS.widest(tickTexts) + GAP;
    int right = barRight + (titles.values().isEmpty() ? 0 : AXIS.height());
    int bottom = Math.max(nameBottom + room(AXIS, titles.columns()), top + barHeight + GAP);
    return new HeatMapLayout(
        cellWidth,
        cellHeight,
        cellsWidth,
        cellsHeight,
        names,
        turn,
        valueLettering(valueTexts, cellWidth, cellHeight),
        left,
        top,
        nameBottom + GAP + AXIS.height() / 2.0,
        barHeight,
        barRight,
        MARGIN
            + Math.max(
                right,
                MARGIN + Math.max(TITLE.width(titles.figure()), AXIS.width(titles.columns()))),
        MARGIN
            + Math.max(
                bottom, top + Math.max(AXIS.width(titles.rows()), AXIS.width(titles.values()))));
  }

  int barLeft() {
    return left + cellsWidth + BAR_GAP;
  }

  /** Level if the names fit; else half upright, or upright where that would make them collide. */
  private static double turn(Lettering names, int widest, int cellWidth) {
    if (widest + GAP <= cellWidth) {
      return 0;
    }
    return cellWidth * Math.sqrt(0.5) >= names.height() ? -Math.PI / 4 : -Math.PI / 2;
  }

  private static int nameDepth(Matrix matrix, Lettering names, double turn) {
    double upright = names.widest(matrix.columnNames()) * Math.sin(-turn);
    return (int) Math.ceil(upright + names.height() * Math.cos(turn));
  }

  /** How far turned column names reach to the left of the first column. */
  private static int overhang(Matrix matrix, Lettering names, double turn, int cellWidth) {
    double most = 0;
    if (turn != 0) {
      for (int column = 0; column < matrix.columns(); column++) {
        double reach = names.width(matrix.columnNames().get(column)) * Math.cos(turn);
        most = Math.max(most, reach + names.height() / 2.0 - (column + 0.5) * cellWidth);
      }
    }
    return (int) Math.ceil(most);
  }

  private static Optional<Lettering> valueLettering(
      List<String> texts, int cellWidth, int cellHeight) {
    for (int size = Math.min(LARGEST_VALUE, cellHeight / 2); size >= SMALLEST_TEXT; size--) {
      Lettering values = Lettering.plain(size);
      if (values.widest(texts) + GAP <= cellWidth) {
        return Optional.of(values);
      }
    }
    return Optional.empty();
  }

  private static int room(Lettering lettering, String text) {
    return text.isEmpty() ? 0 : lettering.height() + GAP;
  }

  private static int bounded(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }
}
