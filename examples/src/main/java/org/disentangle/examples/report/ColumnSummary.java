// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.disentangle.stage.ExactColumn;

/**
 * What the columns of a data set hold beside images.
 *
 * @param rows of the data set
 * @param lines one or more per column
 */
public record ColumnSummary(long rows, List<String> lines) {

  private static final int SHOWN = 12;

  /** Reads all columns but {@code image}, once. */
  public static ColumnSummary of(Dataset<Row> data) {
    List<StructField> fields =
        Arrays.stream(data.schema().fields()).filter(ColumnSummary::isCounted).toList();
    if (fields.isEmpty()) {
      return new ColumnSummary(data.count(), others(data));
    }
    Column[] columns =
        fields.stream().map(field -> ExactColumn.named(field.name())).toArray(Column[]::new);
    int width = fields.size();
    List<ValueCounts> counts =
        data
            .select(columns)
            .javaRDD()
            .mapPartitions(rows -> List.of(ValueCounts.of(width, rows)).iterator())
            .collect()
            .stream()
            .reduce(ValueCounts::and)
            .map(ValueCounts::columns)
            .orElse(List.of());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      describe(fields.get(i), counts.get(i), lines);
    }
    lines.addAll(others(data));
    return new ColumnSummary(counts.isEmpty() ? 0 : counts.get(0).rows(), lines);
  }

  private static boolean isCounted(StructField field) {
    return !field.name().equals("image")
        && (field.dataType() instanceof NumericType
            || field.dataType() instanceof StringType
            || field.dataType().equals(DataTypes.BooleanType));
  }

  private static List<String> others(Dataset<Row> data) {
    return Arrays.stream(data.schema().fields())
        .filter(field -> !isCounted(field) && !field.name().equals("image"))
        .map(field -> field.name() + "  " + field.dataType().catalogString())
        .toList();
  }

  private static void describe(StructField field, ValueCounts counts, List<String> lines) {
    StringBuilder line = new StringBuilder(field.name());
    line.append("  ").append(field.dataType().catalogString());
    String[] names = names(field);
    boolean one = counts.distinct().equals("1");
    boolean numbers = field.dataType() instanceof NumericType && counts.rows() > counts.nulls();
    line.append(", ").append(counts.distinct()).append(one ? " value" : " values");
    if (numbers && one) {
      line.append(", ").append(text(field, counts.least()));
    } else if (numbers) {
      line.append(
          String.format(
              Locale.ROOT,
              " from %s to %s",
              text(field, counts.least()),
              text(field, counts.most())));
    }
    if (names.length > 0) {
      line.append(", named");
    }
    if (counts.nulls() > 0) {
      line.append(
          String.format(
              Locale.ROOT, counts.nulls() == 1 ? ", %,d null" : ", %,d nulls", counts.nulls()));
    }
    lines.add(line.toString());
    if (names.length > 0 || field.name().startsWith("factor_") || field.name().equals("label")) {
      lines.add("  " + counts(counts, names));
    }
  }

  private static String text(StructField field, double value) {
    boolean whole =
        !field.dataType().equals(DataTypes.DoubleType)
            && !field.dataType().equals(DataTypes.FloatType)
            && value == Math.rint(value);
    return whole ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
  }

  private static String[] names(StructField field) {
    return field.dataType() instanceof NumericType
            && Attribute.fromStructField(field) instanceof NominalAttribute nominal
            && nominal.values().isDefined()
        ? nominal.values().get()
        : new String[0];
  }

  private static String counts(ValueCounts counts, String[] names) {
    String shown =
        counts.ofValue().entrySet().stream()
            .limit(SHOWN)
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "%s: %,d", name(entry.getKey(), names), entry.getValue()))
            .collect(Collectors.joining(", "));
    return counts.ofValue().size() > SHOWN ? shown + ", ..." : shown;
  }

  private static String name(Object value, String[] names) {
    if (value instanceof Number number) {
      int index = number.intValue();
      return index >= 0 && index < names.length ? names[index] : String.valueOf(number);
    }
    return String.valueOf(value);
  }
}
