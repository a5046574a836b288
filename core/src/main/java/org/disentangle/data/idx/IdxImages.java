// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.data.Cell;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.ImageCell;
import org.disentangle.data.Sample;
import org.disentangle.data.SampledRows;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/**
 * Images of an IDX file and their labels, in the order of the file.
 *
 * @param file of the images
 * @param shape of every image
 * @param labels of the images; may be null, because an {@link Optional} cannot be serialised
 * @param sample which images
 * @param format of the image column
 */
record IdxImages(
    IdxFile file, ImageShape shape, IdxLabels labels, Sample sample, ImageFormat format)
    implements SampledRows {

  @Override
  public StructType schema() {
    List<StructField> fields = new ArrayList<>();
    fields.add(ImageColumns.field(FactorColumns.IMAGE, format, shape));
    Optional.ofNullable(labels).map(IdxLabels::field).ifPresent(fields::add);
    return new StructType(fields.toArray(StructField[]::new));
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    IntUnaryOperator imageOfRow = sample.memberOfRow();
    List<Cell> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add(
          column.equals(IdxLabels.COLUMN)
              ? row -> labels.label(imageOfRow.applyAsInt(row))
              : new ImageCell(
                  IdxSource.NAME, format, shape, new IdxPixels(file, shape, imageOfRow)));
    }
    return cells;
  }
}
