// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** The texts beside and above a grid: how much room they take, and drawing them. */
record GridLabels(List<String> rows, List<String> columns) {

  private static final int MARGIN = 6;

  GridLabels {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** Pixels kept free to the left of the images. */
  int left() {
    return rows.isEmpty() ? 0 : widest(rows) + 2 * MARGIN;
  }

  /** Pixels kept free above the images. */
  int top() {
    return columns.isEmpty() ? 0 : metrics().getHeight() + MARGIN;
  }

  /** The least width of a column whose text stays clear of its neighbours. */
  int columnWidth() {
    return columns.isEmpty() ? 0 : widest(columns);
  }

  /** Draws the text of a row, centred on the given height, to the left of {@link #left()}. */
  void drawRow(Graphics2D pen, int row, int middle) {
    if (!rows.isEmpty()) {
      FontMetrics metrics = metrics();
      int x = left() - MARGIN - metrics.stringWidth(rows.get(row));
      draw(pen, rows.get(row), x, middle + (metrics.getAscent() - metrics.getDescent()) / 2);
    }
  }

  /** Draws the text of a column, centred on the given x, in the room of {@link #top()}. */
  void drawColumn(Graphics2D pen, int column, int middle) {
    if (!columns.isEmpty()) {
      FontMetrics metrics = metrics();
      String text = columns.get(column);
      draw(pen, text, middle - metrics.stringWidth(text) / 2, MARGIN / 2 + metrics.getAscent());
    }
  }

  private static void draw(Graphics2D pen, String text, int x, int baseline) {
    pen.setFont(font());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.drawString(text, x, baseline);
  }

  private static int widest(List<String> texts) {
    FontMetrics metrics = metrics();
    return texts.stream().mapToInt(metrics::stringWidth).max().orElse(0);
  }

  private static FontMetrics metrics() {
    Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
    try {
      return pen.getFontMetrics(font());
    } finally {
      pen.dispose();
    }
  }

  private static Font font() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  }
}
