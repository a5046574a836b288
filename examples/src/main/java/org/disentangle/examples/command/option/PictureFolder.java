// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.InputErrors;

/** Pictures of folders and tables, and what is done to them before they are used. */
final class PictureFolder {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private PictureFolder() {}

  /**
   * The pictures below a folder in column {@code image}, and their files in column {@code path};
   * files that cannot be decoded are refused.
   */
  static Dataset<Row> load(String path, Map<String, String> options, SparkSession spark) {
    requireOnly(options, ImageOptions.NAMES);
    ImagePreparation stage = new ImagePreparation().setImageCol("content").setPreparedCol("image");
    return ImageOptions.set(stage, options)
        .transform(spark.read().format("imagefolder").load(path))
        .select("path", "image");
  }

  /** A table with its pictures in column {@code image}, prepared if an option says how. */
  static Dataset<Row> prepare(Dataset<Row> table, Map<String, String> options) {
    requireOnly(
        options,
        Stream.concat(ImageOptions.NAMES.stream(), ImageTable.OPTIONS.stream())
            .collect(Collectors.toSet()));
    Dataset<Row> named = ImageTable.of(table, options);
    if (options.keySet().stream().noneMatch(ImageOptions.NAMES::contains)) {
      return named;
    }
    String prepared = "image as prepared";
    ImagePreparation stage = new ImagePreparation().setImageCol("image").setPreparedCol(prepared);
    Dataset<Row> images = ImageOptions.set(stage, options).transform(named);
    return images.drop("image").withColumnRenamed(prepared, "image");
  }

  private static void requireOnly(Map<String, String> options, Set<String> known) {
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw ERRORS.parameter("--data", name, "one of " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }
}
