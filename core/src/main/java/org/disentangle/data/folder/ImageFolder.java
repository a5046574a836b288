// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.disentangle.data.Cell;
import org.disentangle.data.Sample;
import org.disentangle.data.SampledRows;

/**
 * Picture files as they are, and their paths.
 *
 * @param files which they are
 */
record ImageFolder(FolderFiles files) implements SampledRows {

  private static final String PATH = "path";

  @Override
  public StructType schema() {
    return new StructType()
        .add(PATH, DataTypes.StringType, false)
        .add("content", DataTypes.BinaryType, false);
  }

  @Override
  public Sample sample() {
    return files.sample();
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    IntUnaryOperator fileOfRow = files.sample().memberOfRow();
    return columns.stream()
        .map(
            column -> {
              Cell cell =
                  column.equals(PATH)
                      ? row -> UTF8String.fromString(files.paths()[fileOfRow.applyAsInt(row)])
                      : row -> files.bytes(fileOfRow.applyAsInt(row));
              return cell;
            })
        .toList();
  }
}
