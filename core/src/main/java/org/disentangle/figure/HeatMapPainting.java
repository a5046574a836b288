// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Draws one heat map. */
final class HeatMapPainting {

  private static final Color INK = new Color(0x202020);
  private static final Color FRAME = new Color(0x8A8A8A);
  private static final int TICK = 4;

  private final Matrix matrix;
  private final Titles titles;
  private final ColourBar bar;
  private final List<String> texts;
  private final HeatMapLayout layout;

  HeatMapPainting(Matrix matrix, Titles titles, ColourBar bar) {
    this.matrix = matrix;
    this.titles = titles;
    this.bar = bar;
    NumberText numbers = NumberText.of(matrix);
    this.texts =
        Arrays.stream(matrix.values())
            .flatMapToDouble(Arrays::stream)
            .mapToObj(numbers::of)
            .toList();
    this.layout = HeatMapLayout.of(matrix, titles, texts, bar.texts());
  }

  BufferedImage draw() {
    BufferedImage canvas =
        new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
      for (int row = 0; row < matrix.rows(); row++) {
        for (int column = 0; column < matrix.columns(); column++) {
          drawCell(pen, row, column);
        }
      }
      pen.setColor(FRAME);
      pen.drawRect(layout.left() - 1, layout.top() - 1, layout.cellsWidth(), layout.cellsHeight());
      pen.setColor(INK);
      drawNames(pen);
      drawTitles(pen);
      drawBar(pen);
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  private void drawCell(Graphics2D pen, int row, int column) {
    int x = layout.left() + column * layout.cellWidth();
    int y = layout.top() + row * layout.cellHeight();
    int width = layout.cellWidth() - 1;
    int height = layout.cellHeight() - 1;
    Color colour = bar.scale().colour(matrix.values()[row][column]);
    pen.setColor(colour);
    pen.fillRect(x, y, width, height);
    pen.setColor(ColourScale.textOn(colour));
    String text = texts.get(row * matrix.columns() + column);
    layout
        .values()
        .ifPresent(values -> values.draw(pen, text, x + width / 2.0, y + height / 2.0, 0.5, 0));
  }

  private void drawNames(Graphics2D pen) {
    for (int row = 0; row < matrix.rows(); row++) {
      double y = layout.top() + (row + 0.5) * layout.cellHeight();
      double x = layout.left() - HeatMapLayout.GAP;
      layout.names().draw(pen, matrix.rowNames().get(row), x, y, 1, 0);
    }
    double along = layout.turn() == 0 ? 0.5 : 1;
    double y = layout.top() + layout.cellsHeight() + HeatMapLayout.GAP;
    double middle = layout.turn() == 0 ? layout.names().height() / 2.0 : 0;
    for (int column = 0; column < matrix.columns(); column++) {
      double x = layout.left() + (column + 0.5) * layout.cellWidth();
      String name = matrix.columnNames().get(column);
      layout.names().draw(pen, name, x, y + middle, along, layout.turn());
    }
  }

  private void drawTitles(Graphics2D pen) {
    double x = layout.left() + layout.cellsWidth() / 2.0;
    double y = layout.top() + layout.cellsHeight() / 2.0;
    double barY = layout.top() + layout.barHeight() / 2.0;
    Lettering title = HeatMapLayout.TITLE;
    double half = HeatMapLayout.AXIS.height() / 2.0;
    drawLevel(pen, title, titles.figure(), x, HeatMapLayout.MARGIN + title.height() / 2.0);
    drawLevel(pen, HeatMapLayout.AXIS, titles.columns(), x, layout.columnTitleY());
    drawUpright(pen, titles.rows(), HeatMapLayout.MARGIN + half, y);
    drawUpright(pen, titles.values(), layout.barRight() + half, barY);
  }

  private void drawLevel(Graphics2D pen, Lettering lettering, String text, double x, double y) {
    double middle = within(x, lettering.width(text), HeatMapLayout.MARGIN, layout.width());
    lettering.draw(pen, text, middle, y, 0.5, 0);
  }

  /** Below the title of the figure, whatever the length. */
  private void drawUpright(Graphics2D pen, String text, double x, double y) {
    Lettering axis = HeatMapLayout.AXIS;
    double middle = within(y, axis.width(text), layout.top(), layout.height());
    axis.draw(pen, text, x, middle, 0.5, -Math.PI / 2);
  }

  /** The middle of a text that is centred on a point, or shifted so that it ends where it may. */
  private static double within(double middle, int length, int from, int to) {
    double least = from + length / 2.0;
    double most = to - HeatMapLayout.MARGIN - length / 2.0;
    return Math.max(least, Math.min(middle, most));
  }

  private void drawBar(Graphics2D pen) {
    int x = layout.barLeft();
    int height = layout.barHeight();
    ColourScale scale = bar.scale();
    for (int line = 0; line < height; line++) {
      double share = 1 - (line + 0.5) / height;
      pen.setColor(scale.colour(scale.low() + share * (scale.high() - scale.low())));
      pen.fillRect(x, layout.top() + line, HeatMapLayout.BAR_WIDTH, 1);
    }
    pen.setColor(FRAME);
    pen.drawRect(x, layout.top() - 1, HeatMapLayout.BAR_WIDTH, height);
    int right = x + HeatMapLayout.BAR_WIDTH;
    for (int tick = 0; tick < bar.ticks().size(); tick++) {
      double place = bar.place(bar.ticks().get(tick));
      int y = layout.top() - 1 + (int) Math.round((1 - place) * height);
      pen.setColor(FRAME);
      pen.drawLine(right, y, right + TICK, y);
      pen.setColor(INK);
      HeatMapLayout.TICKS.draw(pen, bar.texts().get(tick), right + HeatMapLayout.GAP, y, 0, 0);
    }
  }
}
