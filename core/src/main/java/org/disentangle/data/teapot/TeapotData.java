// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.data.Cell;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.ImageCell;
import org.disentangle.data.RowData;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/**
 * Teapots with random factors, rendered while they are read.
 *
 * @param draws the factors of each row
 * @param rows how many rows
 * @param imageSize height and width in pixels
 * @param format of the image column
 * @param numPartitions ranges the rows are cut into
 */
record TeapotData(TeapotDraws draws, int rows, int imageSize, ImageFormat format, int numPartitions)
    implements RowData {

  private static final String GROUP = "group";

  /** The image, the value of each factor of the variant, and the group where there are groups. */
  @Override
  public StructType schema() {
    List<StructField> fields = new ArrayList<>();
    ImageShape shape = new ImageShape(TeapotRenderer.CHANNELS, imageSize, imageSize);
    fields.add(ImageColumns.field(FactorColumns.IMAGE, format, shape));
    for (TeapotFactor factor : draws.variant().factors()) {
      fields.add(FactorColumns.numeric(factor.column(), 0, factor.max()));
    }
    if (draws.grouped()) {
      int groups = draws.group(rows - 1) + 1;
      fields.add(FactorColumns.nominal(GROUP, groups, List.of()));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    DrawnRow drawn = new DrawnRow(draws);
    return columns.stream().map(column -> cell(column, drawn)).toList();
  }

  private Cell cell(String column, DrawnRow drawn) {
    if (column.equals(FactorColumns.IMAGE)) {
      TeapotRenderer renderer = new TeapotRenderer(imageSize);
      return new ImageCell(
          TeapotSource.NAME,
          format,
          renderer.shape(),
          (row, planes) -> renderer.render(draws.variant(), drawn.factors(row), planes));
    }
    if (column.equals(GROUP)) {
      return draws::group;
    }
    List<String> names = draws.variant().factors().stream().map(TeapotFactor::column).toList();
    int place = names.indexOf(column);
    return row -> drawn.factors(row)[place];
  }

  /** Keeps the factors of the row that the cells of one row share. */
  private static final class DrawnRow {

    private final TeapotDraws draws;
    private int row = -1;
    private double[] factors;

    DrawnRow(TeapotDraws draws) {
      this.draws = draws;
    }

    double[] factors(int wanted) {
      if (wanted != row) {
        factors = draws.factors(wanted);
        row = wanted;
      }
      return factors;
    }
  }
}
