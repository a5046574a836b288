// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Text of one font: how much room it takes, and drawing it. All lengths in pixels. */
record Lettering(Font font) {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  static Lettering plain(int size) {
    return new Lettering(new Font(Font.SANS_SERIF, Font.PLAIN, size));
  }

  static Lettering bold(int size) {
    return new Lettering(new Font(Font.SANS_SERIF, Font.BOLD, size));
  }

  int width(String text) {
    return (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
  }

  int widest(List<String> texts) {
    return texts.stream().mapToInt(this::width).max().orElse(0);
  }

  int height() {
    return (int) Math.ceil(font.getLineMetrics("Ag", CONTEXT).getHeight());
  }

  /**
   * Draws a text in the colour of the pen.
   *
   * @param x,y a point half-way up the digits
   * @param along which part of the text is there: 0 its begin, 0.5 its middle, 1 its end
   * @param turn by how much the text is turned about that point, clockwise, in radians
   */
  void draw(Graphics2D pen, String text, double x, double y, double along, double turn) {
    AffineTransform before = pen.getTransform();
    pen.setFont(font);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    double digits = font.createGlyphVector(CONTEXT, "0").getVisualBounds().getHeight();
    pen.translate(x, y);
    pen.rotate(turn);
    pen.drawString(text, (float) (-along * width(text)), (float) (digits / 2));
    pen.setTransform(before);
  }
}
