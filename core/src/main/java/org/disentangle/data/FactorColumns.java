// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;

/** The columns of images with factors, and what fills each of them. */
public final class FactorColumns {

  /** The name of the image column. */
  public static final String IMAGE = "image";

  private FactorColumns() {}

  /**
   * The image; then the index of each factor (int, nominal attribute); then the real value of each
   * factor (double, numeric attribute with the least and the largest value). No nulls.
   */
  public static StructType schema(
      ImageFormat format, ImageShape shape, List<? extends Factor> factors) {
    List<StructField> fields = new ArrayList<>();
    fields.add(ImageColumns.field(IMAGE, format, shape));
    for (Factor factor : factors) {
      fields.add(nominal(factor.factorColumn(), factor.count(), factor.names()));
    }
    for (Factor factor : factors) {
      fields.add(value(factor));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The column of a factor's real value: numeric, with the least and the largest value. */
  public static StructField value(Factor factor) {
    DoubleSummaryStatistics values =
        IntStream.range(0, factor.count()).mapToDouble(factor::value).summaryStatistics();
    return numeric(factor.valueColumn(), values.getMin(), values.getMax());
  }

  /** A double column of values within bounds, with the metadata of a numeric ML attribute. */
  public static StructField numeric(String column, double least, double largest) {
    NumericAttribute attribute =
        NumericAttribute.defaultAttr().withName(column).withMin(least).withMax(largest);
    return new StructField(column, DataTypes.DoubleType, false, attribute.toMetadata());
  }

  /**
   * An int column of the indices 0 to count - 1, with the metadata of a nominal ML attribute.
   *
   * @param names one per index, or empty
   */
  public static StructField nominal(String column, int count, List<String> names) {
    NominalAttribute attribute = NominalAttribute.defaultAttr().withName(column);
    NominalAttribute sized =
        names.isEmpty()
            ? attribute.withNumValues(count)
            : attribute.withValues(names.toArray(String[]::new));
    return new StructField(column, DataTypes.IntegerType, false, sized.toMetadata());
  }

  /**
   * The cells of these columns.
   *
   * @param factorsOfRow the index of each factor in a row
   * @param image makes the cell of the image column, from a form of {@code factorsOfRow} that is
   *     fast to ask again about the same row
   */
  public static List<Cell> cells(
      List<String> columns,
      List<? extends Factor> factors,
      IntFunction<int[]> factorsOfRow,
      Function<IntFunction<int[]>, Cell> image) {
    IntFunction<int[]> shared = new LastRow(factorsOfRow);
    return columns.stream()
        .map(column -> column.equals(IMAGE) ? image.apply(shared) : cell(column, factors, shared))
        .toList();
  }

  private static Cell cell(
      String column, List<? extends Factor> factors, IntFunction<int[]> factorsOfRow) {
    for (int i = 0; i < factors.size(); i++) {
      Factor factor = factors.get(i);
      int place = i;
      if (column.equals(factor.factorColumn())) {
        return row -> factorsOfRow.apply(row)[place];
      }
      if (column.equals(factor.valueColumn())) {
        return row -> factor.value(factorsOfRow.apply(row)[place]);
      }
    }
    throw new IllegalStateException("no column " + column);
  }

  /** Keeps the factors of the row that the cells of one row share. */
  private static final class LastRow implements IntFunction<int[]> {

    private final IntFunction<int[]> factorsOfRow;
    private int row = -1;
    private int[] factors;

    LastRow(IntFunction<int[]> factorsOfRow) {
      this.factorsOfRow = factorsOfRow;
    }

    @Override
    public int[] apply(int wanted) {
      if (wanted != row) {
        factors = factorsOfRow.apply(wanted);
        row = wanted;
      }
      return factors;
    }
  }
}
