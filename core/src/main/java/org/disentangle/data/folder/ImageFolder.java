// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.data.Cell;
import org.disentangle.data.RowData;
import org.disentangle.data.Sample;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * Picture files and their paths.
 *
 * @param paths of all files, with their file systems; not copied
 * @param sample which of them
 * @param configuration of Hadoop
 */
record ImageFolder(String[] paths, Sample sample, SerializableConfiguration configuration)
    implements RowData {

  private static final String PATH = "path";

  @Override
  public StructType schema() {
    return new StructType()
        .add(PATH, DataTypes.StringType, false)
        .add("content", DataTypes.BinaryType, false);
  }

  @Override
  public int rows() {
    return sample.rows();
  }

  @Override
  public int numPartitions() {
    return sample.numPartitions();
  }

  @Override
  public List<Cell> cells(List<String> columns) {
    IntUnaryOperator fileOfRow = sample.memberOfRow();
    return columns.stream()
        .map(
            column -> {
              Cell cell =
                  column.equals(PATH)
                      ? row -> UTF8String.fromString(paths[fileOfRow.applyAsInt(row)])
                      : row -> bytes(paths[fileOfRow.applyAsInt(row)]);
              return cell;
            })
        .toList();
  }

  private byte[] bytes(String file) {
    try (FSDataInputStream stream = QualifiedPath.open(new Path(file), configuration.value())) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new InputErrors(ImageFolderSource.NAME)
          .file(
              file,
              "a file that cannot be read (" + e.getMessage() + ")",
              "the picture that was there when the folder was looked through",
              e);
    }
  }
}
