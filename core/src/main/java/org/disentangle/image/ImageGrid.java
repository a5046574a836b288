// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;

/**
 * Images in rows and columns, as one picture for people to look at.
 *
 * <pre>{@code
 * new ImageGrid(shape, rows).withRowLabels(List.of("c1", "c2")).write(Path.of("grid.png"), false);
 * }</pre>
 *
 * <p>A pixel of an image becomes a square of whole pixels, so nothing is smoothed: images are
 * magnified by the smallest whole number that makes their longer side at least 96 pixels. Labels
 * need a font on the machine; grids without labels do not.
 */
public final class ImageGrid {

  private static final String STAGE = "ImageGrid";
  private static final CellPlace PLACE = new CellPlace(STAGE, "images");
  private static final int VISIBLE_SIDE = 96;
  private static final int GAP = 4;
  private static final Color BACKGROUND = new Color(0xE4E4E4);

  private final ImageShape shape;
  private final List<List<float[]>> rows;
  private final GridLabels labels;

  /**
   * A grid without labels.
   *
   * @param shape the shape of every image
   * @param rows at least one row of at least one image each, all rows equally long; images are
   *     values in [0, 1], channel planes first
   * @throws IllegalArgumentException for an empty or ragged grid
   */
  public ImageGrid(ImageShape shape, List<List<float[]>> rows) {
    this(shape, List.copyOf(rows), new GridLabels(List.of(), List.of()));
    if (rows.isEmpty() || columns() == 0 || rows.stream().anyMatch(r -> r.size() != columns())) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "%s: the rows have %s images; expected at least one row, all equally long",
              STAGE,
              rows.stream().map(List::size).toList()));
    }
  }

  /**
   * A grid without labels of images in reading order. The last row may be shorter than the others:
   * the places that are left have the colour of the background.
   *
   * @param images at least one, as the constructor takes them
   * @param columns images per row, at least 1
   * @throws IllegalArgumentException if there is no image or no column
   */
  public static ImageGrid inRows(ImageShape shape, List<float[]> images, int columns) {
    if (images.isEmpty() || columns < 1) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "%s: found %d images and %d columns; expected at least one of each",
              STAGE,
              images.size(),
              columns));
    }
    List<List<float[]>> rows = new ArrayList<>();
    for (int from = 0; from < images.size(); from += columns) {
      rows.add(List.copyOf(images.subList(from, Math.min(from + columns, images.size()))));
    }
    return new ImageGrid(shape, rows, new GridLabels(List.of(), List.of()));
  }

  private ImageGrid(ImageShape shape, List<List<float[]>> rows, GridLabels labels) {
    this.shape = shape;
    this.rows = rows;
    this.labels = labels;
  }

  /**
   * The same grid with a text to the left of each row.
   *
   * @throws IllegalArgumentException unless there is one text a row
   */
  public ImageGrid withRowLabels(List<String> texts) {
    requireCount("row", texts, rows.size());
    return new ImageGrid(shape, rows, new GridLabels(texts, labels.columns()));
  }

  /**
   * The same grid with a text above each column.
   *
   * @throws IllegalArgumentException unless there is one text a column
   */
  public ImageGrid withColumnLabels(List<String> texts) {
    requireCount("column", texts, columns());
    return new ImageGrid(shape, rows, new GridLabels(labels.rows(), texts));
  }

  /**
   * Writes the grid as a PNG file, making its folder if need be. The file appears whole or not at
   * all.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   * @throws IllegalArgumentException as {@link #draw()} does
   */
  public void write(Place file, boolean overwrite) throws IOException {
    PngFile.write(file, draw(), overwrite);
  }

  /** The same for a file on the local disk. */
  public void write(Path file, boolean overwrite) throws IOException {
    write(Place.of(file), overwrite);
  }

  /**
   * Draws the grid.
   *
   * @throws IllegalArgumentException if an image has another number of values than the shape says,
   *     NaN, or a value outside [0, 1] by more than 1e-4
   */
  public BufferedImage draw() {
    int side = Math.max(shape.height(), shape.width());
    int magnification = (VISIBLE_SIDE + side - 1) / side;
    int pitchX = Math.max(shape.width() * magnification, labels.columnWidth()) + GAP;
    int pitchY = shape.height() * magnification + GAP;
    int left = labels.left() + GAP;
    int top = labels.top() + GAP;
    BufferedImage canvas =
        new BufferedImage(
            left + columns() * pitchX, top + rows.size() * pitchY, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = canvas.createGraphics();
    try {
      pen.setColor(BACKGROUND);
      pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
      for (int row = 0; row < rows.size(); row++) {
        int y = top + row * pitchY;
        labels.drawRow(pen, row, y + (pitchY - GAP) / 2);
        for (int column = 0; column < rows.get(row).size(); column++) {
          int x = left + column * pitchX + (pitchX - GAP - shape.width() * magnification) / 2;
          drawImage(pen, rows.get(row).get(column), x, y, magnification);
        }
      }
      for (int column = 0; column < columns(); column++) {
        labels.drawColumn(pen, column, left + column * pitchX + (pitchX - GAP) / 2);
      }
    } finally {
      pen.dispose();
    }
    return canvas;
  }

  private void drawImage(Graphics2D pen, float[] image, int x, int y, int magnification) {
    PLACE.requireLength(image.length, shape);
    BufferedImage pixels = FileCells.image(RangeRules.clamped(image, shape, PLACE), 0, shape);
    pen.drawImage(
        pixels, x, y, shape.width() * magnification, shape.height() * magnification, null);
  }

  private int columns() {
    return rows.get(0).size();
  }

  private static void requireCount(String kind, List<String> texts, int expected) {
    if (texts.size() != expected) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "%s: %d %s labels found; expected %d",
              STAGE,
              texts.size(),
              kind,
              expected));
    }
  }
}
