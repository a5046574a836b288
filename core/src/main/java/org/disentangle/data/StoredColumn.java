// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column beside the images of files, held in memory.
 *
 * @param field its name, type and metadata
 * @param values of the images
 */
public record StoredColumn(StructField field, Values values) implements Serializable {

  /** The value of each image, in the form Spark uses internally. */
  @FunctionalInterface
  public interface Values extends Serializable {
    Object of(int image);
  }

  /**
   * An int column with a nominal attribute.
   *
   * @param count of the values 0 to count - 1
   * @param names one per value, or empty
   * @param indices one per image
   */
  public static StoredColumn nominal(String name, int count, List<String> names, int[] indices) {
    return new StoredColumn(FactorColumns.nominal(name, count, names), image -> indices[image]);
  }

  /** The same with values 0 to the largest that occurs, without names. */
  public static StoredColumn nominal(String name, int[] indices) {
    int largest = Arrays.stream(indices).max().orElse(0);
    return nominal(name, largest + 1, List.of(), indices);
  }

  /** A double column with a numeric attribute, which has the least and the largest value. */
  public static StoredColumn numeric(String name, double[] values) {
    DoubleSummaryStatistics summary = Arrays.stream(values).summaryStatistics();
    return new StoredColumn(
        FactorColumns.numeric(name, summary.getMin(), summary.getMax()), image -> values[image]);
  }

  /** A string column. */
  public static StoredColumn text(String name, String[] values) {
    return new StoredColumn(
        new StructField(name, DataTypes.StringType, false, Metadata.empty()),
        image -> UTF8String.fromString(values[image]));
  }
}
