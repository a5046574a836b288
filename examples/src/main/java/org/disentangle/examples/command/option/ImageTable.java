// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.disentangle.error.FirstFew;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table with images whose columns may have any names: the options of {@code parquet:} say which
 * is the image and which are left out or renamed. From then on the image is in column {@code
 * image}.
 */
final class ImageTable {

  /** Options that do not belong to the preparation of the images. */
  static final Set<String> OPTIONS = Set.of("imageCol", "codesCol", "drop", "rename");

  private static final Logger LOG = LoggerFactory.getLogger(ImageTable.class);
  private static final InputErrors ERRORS = new InputErrors("disentangle");
  private static final String IMAGE = "image";

  private final Dataset<Row> table;
  private final Map<String, String> options;

  private ImageTable(Dataset<Row> table, Map<String, String> options) {
    this.table = table;
    this.options = options;
  }

  /** The table with the column {@code image} and without what is dropped. */
  static Dataset<Row> of(Dataset<Row> table, Map<String, String> options) {
    return new ImageTable(table, options).named();
  }

  private Dataset<Row> named() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String name : table.columns()) {
      names.put(name, name);
    }
    for (String name : items("drop")) {
      names.remove(existing("drop", name));
    }
    for (String item : items("rename")) {
      int colon = item.indexOf(':');
      if (colon < 1 || colon == item.length() - 1) {
        throw ERRORS.parameter(
            "--data",
            "rename=" + item,
            "rename=OLD:NEW, with + between several",
            "Write it with a colon, as in old:new.");
      }
      String old = kept(names, "rename", item.substring(0, colon));
      if (!names.replace(old, old, item.substring(colon + 1))) {
        throw ERRORS.parameter("--data", "rename=" + item, "every column once", null);
      }
    }
    if (options.containsKey("codesCol")) {
      names.put(kept(names, "codesCol", options.get("codesCol")), "codes");
    }
    String image = imageColumn(names);
    names.put(image, IMAGE);
    requireOnce(names);
    Column[] columns =
        names.entrySet().stream()
            .map(entry -> ExactColumn.named(entry.getKey()).as(entry.getValue(), metadata(entry)))
            .toArray(Column[]::new);
    return table.select(columns);
  }

  private Metadata metadata(Map.Entry<String, String> column) {
    return table.schema().apply(column.getKey()).metadata();
  }

  private String imageColumn(Map<String, String> names) {
    if (options.containsKey("imageCol")) {
      return kept(names, "imageCol", options.get("imageCol"));
    }
    for (Map.Entry<String, String> each : names.entrySet()) {
      if (each.getValue().equals(IMAGE)) {
        return each.getKey();
      }
    }
    List<String> candidates =
        Arrays.stream(table.schema().fields())
            .filter(field -> names.containsKey(field.name()) && mayHoldImages(field))
            .map(StructField::name)
            .toList();
    if (candidates.size() == 1) {
      LOG.warn(
          "--data: there is no column 'image'; using '{}' (imageCol={})",
          candidates.get(0),
          candidates.get(0));
      return candidates.get(0);
    }
    throw ERRORS.column(
        IMAGE,
        "columns " + table.schema().simpleString(),
        "a column of images of that name, or that --data names another: parquet:PATH,imageCol=NAME",
        candidates.isEmpty()
            ? "None of the columns has a type that holds images."
            : String.format(Locale.ROOT, "Add ,imageCol= and one of %s.", candidates));
  }

  /** Image structs, files, and numbers that say in their metadata that they are images. */
  private static boolean mayHoldImages(StructField field) {
    return ImageFormat.detect(field.dataType())
        .filter(format -> !format.hasValueRange() || ImageColumns.shapeOf(field).isPresent())
        .isPresent();
  }

  private void requireOnce(Map<String, String> names) {
    for (Map.Entry<String, String> each : names.entrySet()) {
      long count = names.values().stream().filter(each.getValue()::equalsIgnoreCase).count();
      if (count > 1) {
        throw ERRORS.column(
            each.getValue(),
            "that name for " + count + " columns",
            "every name once, in upper or lower case",
            String.format(
                Locale.ROOT,
                "Leave one out, as in --data parquet:PATH,drop=%s, or rename it.",
                each.getKey()));
      }
    }
  }

  private String[] items(String option) {
    String list = options.getOrDefault(option, "");
    return list.isEmpty() ? new String[0] : list.split(",");
  }

  private String kept(Map<String, String> names, String option, String name) {
    if (!names.containsKey(existing(option, name))) {
      throw ERRORS.parameter(
          "--data",
          option + "=" + name,
          "a column that drop does not leave out",
          "Take it out of one of the two options.");
    }
    return name;
  }

  private String existing(String option, String name) {
    if (!List.of(table.columns()).contains(name)) {
      throw ERRORS.parameter(
          "--data",
          option + "=" + name,
          "one of the columns [" + FirstFew.of(List.of(table.columns())) + "]");
    }
    return name;
  }
}
