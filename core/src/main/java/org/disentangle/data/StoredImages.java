// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/**
 * Images of files with columns that are held in memory, in the order of the files.
 *
 * @param source name of the data source
 * @param format of the image column
 * @param shape of every image
 * @param columns beside the image
 * @param store where the images are
 * @param chosen images to draw from, rising; null for all
 * @param sample which of these
 */
public record StoredImages(
    String source,
    ImageFormat format,
    ImageShape shape,
    List<StoredColumn> columns,
    ImageStore store,
    int[] chosen,
    Sample sample)
    implements SampledRows {

  /** The options that every source of stored images has, and those of its own. */
  public static Set<String> options(Set<String> own) {
    Set<String> names = new HashSet<>(Sample.OPTIONS);
    names.addAll(Set.of(OptionReader.PATH, OptionReader.IMAGE_FORMAT));
    names.addAll(own);
    return names;
  }

  /**
   * All images, less what the sample leaves out.
   *
   * @param images how many the store holds
   */
  public static StoredImages of(
      OptionReader options,
      int images,
      ImageShape shape,
      List<StoredColumn> columns,
      ImageStore store) {
    return of(options, images, shape, columns, store, null);
  }

  /** Some images, less what the sample leaves out. */
  public static StoredImages of(
      OptionReader options,
      int images,
      ImageShape shape,
      List<StoredColumn> columns,
      ImageStore store,
      int[] chosen) {
    int parallel = SparkSession.active().sparkContext().defaultParallelism();
    boolean all = chosen == null || chosen.length == images;
    Sample sample = Sample.parse(options, all ? images : chosen.length, parallel);
    return new StoredImages(
        options.source(),
        options.imageFormat(),
        shape,
        columns,
        store,
        all ? null : chosen,
        sample);
  }

  @Override
  public StructType schema() {
    return new StructType(
        Stream.concat(
                Stream.of(ImageColumns.field(FactorColumns.IMAGE, format, shape)),
                columns.stream().map(StoredColumn::field))
            .toArray(StructField[]::new));
  }

  @Override
  public int rangeStart(int row) {
    if (store.block() == 1 || row == rows()) {
      return row;
    }
    IntUnaryOperator imageOfRow = imageOfRow();
    int block = imageOfRow.applyAsInt(row) / store.block();
    int start = row;
    while (start > 0 && imageOfRow.applyAsInt(start - 1) / store.block() == block) {
      start--;
    }
    return start;
  }

  private IntUnaryOperator imageOfRow() {
    IntUnaryOperator member = sample.memberOfRow();
    return chosen == null ? member : row -> chosen[member.applyAsInt(row)];
  }

  @Override
  public List<Cell> cells(List<String> names) {
    IntUnaryOperator imageOfRow = imageOfRow();
    List<Cell> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(
          name.equals(FactorColumns.IMAGE)
              ? new ImageCell(source, format, shape, store.open(imageOfRow))
              : cell(name, imageOfRow));
    }
    return cells;
  }

  private Cell cell(String name, IntUnaryOperator imageOfRow) {
    StoredColumn.Values values =
        columns.stream()
            .filter(column -> column.field().name().equals(name))
            .findFirst()
            .orElseThrow()
            .values();
    return row -> values.of(imageOfRow.applyAsInt(row));
  }
}
