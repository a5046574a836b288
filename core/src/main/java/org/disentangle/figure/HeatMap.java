// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;

/**
 * A matrix as a picture: a coloured cell a number, with names beside the rows and below the
 * columns, and a bar that says what the colours mean.
 *
 * <pre>{@code
 * new HeatMap(votes, List.of("code 0", "code 1"), List.of("shape", "scale"))
 *     .withTitle("FactorVAE votes")
 *     .withAxisTitles("code", "factor")
 *     .write(Path.of("votes.png"), false);
 * }</pre>
 *
 * <p>Numbers stand in the cells with two or three significant digits where they are readable, which
 * is up to about 20 columns; in larger matrices there are only colours. Colours go from near white
 * for 0 to dark blue for the largest value; if there are negative values, from red through white
 * for 0 to blue. A matrix of zeros has the colours of values from 0 to 1. A cell whose value is NaN
 * is grey and empty.
 *
 * <p>Instances do not change. A font is needed on the machine, a display is not.
 */
public final class HeatMap {

  private final Matrix matrix;
  private final Titles titles;
  private final ColourScale scale;

  /**
   * A heat map without titles.
   *
   * @param values [row][column], all rows equally long; finite, or NaN where there is no value
   * @param rowNames one name per row; may be empty texts
   * @param columnNames one name per column; may be empty texts
   * @throws IllegalArgumentException if there is no value, if rows differ in length, if names and
   *     values do not match, or if a value is infinite
   */
  public HeatMap(double[][] values, List<String> rowNames, List<String> columnNames) {
    this(new Matrix(values, rowNames, columnNames));
  }

  private HeatMap(Matrix matrix) {
    this(matrix, Titles.NONE, ColourScale.of(matrix));
  }

  private HeatMap(Matrix matrix, Titles titles, ColourScale scale) {
    this.matrix = matrix;
    this.titles = titles;
    this.scale = scale;
  }

  /** The same with a title above. */
  public HeatMap withTitle(String title) {
    return new HeatMap(
        matrix, new Titles(title, titles.rows(), titles.columns(), titles.values()), scale);
  }

  /** The same with titles that say what the rows and the columns are. */
  public HeatMap withAxisTitles(String rows, String columns) {
    return new HeatMap(matrix, new Titles(titles.figure(), rows, columns, titles.values()), scale);
  }

  /** The same with a title beside the colour bar that says what the values are, and their unit. */
  public HeatMap withValueTitle(String values) {
    return new HeatMap(
        matrix, new Titles(titles.figure(), titles.rows(), titles.columns(), values), scale);
  }

  /**
   * The same with colours for values from {@code low} to {@code high}, so that figures can be
   * compared. Values outside have the colour of the nearer end. With {@code low} below 0 the middle
   * of the range is white.
   *
   * @throws IllegalArgumentException unless both are finite and {@code low} is the smaller one
   */
  public HeatMap withRange(double low, double high) {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw Matrix.refused(
          String.format(Locale.ROOT, "colours from %s to %s", low, high),
          "two finite numbers, the smaller one first");
    }
    return new HeatMap(matrix, titles, new ColourScale(low, high));
  }

  /** Draws the heat map. */
  public BufferedImage draw() {
    return new HeatMapPainting(matrix, titles, ColourBar.of(scale)).draw();
  }

  /**
   * Writes the heat map as a PNG file, making its folder if need be. The file appears whole or not
   * at all.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place png, boolean overwrite) throws IOException {
    PngFile.write(png, draw(), overwrite);
  }

  /** The same for a file on the local disk. */
  public void write(Path png, boolean overwrite) throws IOException {
    write(Place.of(png), overwrite);
  }
}
