// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.disentangle.net.LabelledPixels;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * The classes of a label column, found in one pass over it.
 *
 * @param numClasses classes: as many as the column's nominal metadata says, or else the largest
 *     label + 1
 * @param names name of each class, from the metadata; empty without
 */
record ClassLabels(int numClasses, List<String> names) {

  private static final String EXPECTED = "whole numbers from 0 to number of classes - 1";

  /**
   * @param field the label column
   * @throws org.disentangle.error.InvalidInputException if there are no rows, a label is null or no
   *     whole number from 0 on, all rows have one class, or, where no metadata gives the classes,
   *     one in between has no rows
   */
  static ClassLabels of(InputErrors errors, StructField field, Dataset<?> rows) {
    Found found = Found.in(rows, field.name());
    if (found.rows() == 0) {
      throw errors.rows("none", "labelled images");
    }
    if (found.nulls() > 0) {
      throw errors.column(
          field.name(),
          found.nulls() + " nulls",
          EXPECTED,
          "Remove rows without a label first, such as with na().drop().");
    }
    if (found.broken() > 0) {
      throw errors.column(
          field.name(),
          String.format(
              Locale.ROOT,
              "%d of %d values that are no whole numbers",
              found.broken(),
              found.rows()),
          EXPECTED,
          "Index labels first (StringIndexer); a measurement is not a label.");
    }
    NominalAttribute classes = nominal(field);
    int numClasses = classes == null ? found.classes() : numValues(classes);
    if (found.least() < 0 || found.most() >= Math.min(numClasses, LabelledPixels.MOST_CLASSES)) {
      throw errors.column(
          field.name(),
          String.format(Locale.ROOT, "labels from %.0f to %.0f", found.least(), found.most()),
          String.format(Locale.ROOT, "%s, here at most %d", EXPECTED, numClasses - 1),
          "Index labels first (StringIndexer).");
    }
    if (found.distinct() < 2) {
      throw errors.column(
          field.name(),
          String.format(Locale.ROOT, "the label %.0f in all %d rows", found.least(), found.rows()),
          "two classes or more");
    }
    if (classes == null && found.distinct() < numClasses) {
      throw errors.column(
          field.name(),
          String.format(
              Locale.ROOT, "%d classes with labels from 0 to %d", found.distinct(), numClasses - 1),
          "rows of every class, or nominal metadata with the number of classes",
          "Index labels first (StringIndexer).");
    }
    return new ClassLabels(numClasses, names(classes));
  }

  /** What the label column holds. */
  private record Found(
      long rows, long nulls, long broken, double least, double most, long distinct) {

    static Found in(Dataset<?> rows, String column) {
      Column label = ExactColumn.named(column).cast("double");
      Row row =
          rows.agg(
                  functions.count(functions.lit(1)),
                  functions.count(label),
                  functions.count_if(
                      functions.isnan(label).or(label.notEqual(functions.floor(label)))),
                  functions.min(label),
                  functions.max(label),
                  functions.countDistinct(label))
              .first();
      long count = row.getLong(0);
      boolean any = row.getLong(1) > 0;
      return new Found(
          count,
          count - row.getLong(1),
          row.getLong(2),
          any ? row.getDouble(3) : 0,
          any ? row.getDouble(4) : 0,
          row.getLong(5));
    }

    /** Without metadata the labels themselves count; a huge label is out of range anyway. */
    int classes() {
      return (int) Math.min(most + 1, LabelledPixels.MOST_CLASSES);
    }
  }

  private static NominalAttribute nominal(StructField field) {
    Attribute attribute = Attribute.fromStructField(field);
    return attribute instanceof NominalAttribute nominal && numValues(nominal) > 0 ? nominal : null;
  }

  private static int numValues(NominalAttribute classes) {
    return classes.getNumValues().isDefined() ? (Integer) classes.getNumValues().get() : 0;
  }

  private static List<String> names(NominalAttribute classes) {
    return classes != null && classes.values().isDefined()
        ? List.of(classes.values().get())
        : List.of();
  }
}
