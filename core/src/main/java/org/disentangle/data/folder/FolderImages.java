// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.disentangle.data.Cell;
import org.disentangle.data.FactorColumns;
import org.disentangle.data.Sample;
import org.disentangle.data.SampledRows;
import org.disentangle.image.AnyShapeDecoder;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.InnerImageCells;
import org.disentangle.image.PlanarImage;
import org.disentangle.image.ValueRange;
import org.disentangle.stage.InputErrors;

/**
 * Pictures of a folder, their paths and what is known of them.
 *
 * @param files which they are
 * @param format of the image column
 * @param shape of all images, for formats whose cells do not carry one; null for the others
 * @param labels columns of what is known
 */
record FolderImages(
    FolderFiles files, ImageFormat format, ImageShape shape, List<LabelColumn> labels)
    implements SampledRows {

  static final String PATH = "path";

  static FolderImages of(FolderFiles files, ImageFormat format, List<LabelColumn> labels) {
    ImageShape shape =
        format.hasValueRange() ? decoder().decode(files.bytes(0), files.paths()[0]).shape() : null;
    return new FolderImages(files, format, shape, List.copyOf(labels));
  }

  private static AnyShapeDecoder decoder() {
    return new AnyShapeDecoder(
        ImageFormat.PNG, ValueRange.UNIT, null, FolderSource.NAME, FactorColumns.IMAGE);
  }

  @Override
  public StructType schema() {
    List<StructField> fields = new ArrayList<>();
    fields.add(
        shape == null
            ? new StructField(FactorColumns.IMAGE, format.dataType(), false, Metadata.empty())
            : ImageColumns.field(FactorColumns.IMAGE, format, shape));
    fields.add(new StructField(PATH, DataTypes.StringType, false, Metadata.empty()));
    labels.forEach(label -> fields.add(label.field()));
    return new StructType(fields.toArray(StructField[]::new));
  }

  @Override
  public Sample sample() {
    return files.sample();
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    IntUnaryOperator fileOfRow = files.sample().memberOfRow();
    return columns.stream().map(column -> cell(column, fileOfRow)).toList();
  }

  private Cell cell(String column, IntUnaryOperator fileOfRow) {
    if (column.equals(FactorColumns.IMAGE)) {
      AnyShapeDecoder decoder = decoder();
      return row -> image(fileOfRow.applyAsInt(row), decoder);
    }
    if (column.equals(PATH)) {
      return row -> UTF8String.fromString(files.paths()[fileOfRow.applyAsInt(row)]);
    }
    return labels.stream()
        .filter(label -> label.name().equals(column))
        .findFirst()
        .orElseThrow()
        .cell(fileOfRow);
  }

  private Object image(int file, AnyShapeDecoder decoder) {
    byte[] bytes = files.bytes(file);
    if (format == ImageFormat.PNG) {
      return bytes;
    }
    String path = files.paths()[file];
    PlanarImage image = decoder.decode(bytes, path);
    if (shape != null && !shape.equals(image.shape())) {
      throw new InputErrors(FolderSource.NAME)
          .file(
              path,
              "an image of " + image.shape(),
              "images of " + shape + ", as the first",
              "Read them with imageFormat png, and bring them to one shape by ImagePreparation.",
              null);
    }
    Object cell =
        new InnerImageCells(
                new ImageEncoder(format, image.shape(), FolderSource.NAME, FactorColumns.IMAGE))
            .cell(image.values(), 0);
    if (format == ImageFormat.IMAGE && cell instanceof InternalRow struct) {
      struct.update(0, UTF8String.fromString(path));
    }
    return cell;
  }
}
