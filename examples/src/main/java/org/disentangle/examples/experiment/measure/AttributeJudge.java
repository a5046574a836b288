// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.stage.ExactColumn;

/**
 * A classifier of the attributes of real images, whose features say how different two images look.
 * An attribute is whether a factor is in the upper half of its range; the classes are the
 * combinations of attributes that occur. Trained once, when it is first needed.
 */
final class AttributeJudge {

  /** So that there are at most 64 classes. */
  private static final int MOST_FACTORS = 6;

  private static final String FACTOR = "factor_";
  private static final String ATTRIBUTES = "attributes";

  private final Dataset<Row> images;
  private ClassJudge judge;
  private boolean asked;

  AttributeJudge(Dataset<Row> images) {
    this.images = images;
  }

  /** What it learned; empty if no factor of the images varies. */
  synchronized Optional<ImageClassifierModel> classifier() {
    if (!asked) {
      asked = true;
      List<Column> attributes = attributes();
      judge = attributes.isEmpty() ? null : new ClassJudge(withClasses(attributes), ATTRIBUTES);
    }
    return Optional.ofNullable(judge).map(ClassJudge::classifier);
  }

  private List<Column> attributes() {
    List<Column> attributes = new ArrayList<>();
    List<String> factors =
        Arrays.stream(images.columns()).filter(name -> name.startsWith(FACTOR)).toList();
    for (String factor : factors) {
      Column value = ExactColumn.named(factor).cast("double");
      Row ends = images.select(functions.min(value), functions.max(value)).head();
      if (!ends.isNullAt(0)
          && ends.getDouble(0) < ends.getDouble(1)
          && attributes.size() < MOST_FACTORS) {
        attributes.add(value.gt((ends.getDouble(0) + ends.getDouble(1)) / 2).cast("int"));
      }
    }
    return attributes;
  }

  /** Classes from 0 without gaps. */
  private Dataset<Row> withClasses(List<Column> attributes) {
    Column combination = functions.lit(0);
    for (Column attribute : attributes) {
      combination = combination.multiply(2).plus(attribute);
    }
    Dataset<Row> combined = images.withColumn(ATTRIBUTES, combination);
    List<String> occurring =
        combined.select(col(ATTRIBUTES)).distinct().sort(ATTRIBUTES).collectAsList().stream()
            .map(row -> String.valueOf(row.getInt(0)))
            .toList();
    return combined.withColumn(
        ATTRIBUTES,
        functions.expr(
            String.format(
                Locale.ROOT,
                "int(array_position(array(%s), %s) - 1)",
                String.join(",", occurring),
                ATTRIBUTES)));
  }
}
