// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.disentangle.data.huggingface.FeatureList;
import org.disentangle.latent.Categories;
import org.disentangle.latent.CodeValues;
import org.disentangle.model.CodeSampler;
import org.disentangle.stage.InputErrors;

/**
 * Rows of a labelled data set as other programs have them: id, array of codes, each code in a
 * column of its name, noise if there is any, and the image as a struct of {@code bytes} and {@code
 * path}.
 *
 * @param schema of these rows; all cells may be null, without which Hugging Face's loader does not
 *     take a column for the images or labels that the footer says it is
 * @param categorical whether each code is a class
 */
record PublishedRows(StructType schema, boolean[] categorical) implements Serializable {

  /** The name of this form of images. */
  static final String FORMAT = "bytes-path";

  /** What a dataset card begins with; the files lie beside it where it is shown. */
  static final String CARD_BEGIN =
      """
      ---
      pretty_name: Labelled images
      task_categories:
      - unconditional-image-generation
      configs:
      - config_name: default
        data_files:
        - split: train
          path: "*.parquet"
      ---

      """;

  private static final int ID = 0;
  private static final int CODES = 1;

  private static final StructType FILE =
      new StructType()
          .add("bytes", DataTypes.BinaryType, false)
          .add("path", DataTypes.StringType, false);

  /**
   * @param rows columns of the labelled rows, of which the last is the image
   * @throws org.disentangle.error.InvalidInputException if a code has the name of another column
   */
  static PublishedRows of(StructType rows, CodeSampler sampler) {
    List<StructField> fields = new ArrayList<>(Arrays.asList(rows.fields()).subList(0, CODES + 1));
    List<String> names = sampler.names();
    boolean[] categorical = new boolean[names.size()];
    for (int code = 0; code < categorical.length; code++) {
      CodeValues values = sampler.latent().values(code);
      categorical[code] = values instanceof Categories;
      requireNew(rows, names.get(code));
      fields.add(column(names.get(code), values));
    }
    fields.addAll(Arrays.asList(rows.fields()).subList(CODES + 1, rows.length() - 1));
    StructField image = rows.fields()[rows.length() - 1];
    fields.add(new StructField(image.name(), FILE, false, image.metadata()));
    StructType schema = new StructType(fields.toArray(StructField[]::new)).asNullable();
    return new PublishedRows(schema, categorical);
  }

  private static void requireNew(StructType rows, String name) {
    for (String column : rows.fieldNames()) {
      if (column.equalsIgnoreCase(name)) {
        throw new InputErrors("LabelledDataSet")
            .parameter(
                "names",
                name,
                "names that are not those of the columns " + List.of(rows.fieldNames()),
                "Each code has a column of its name in this format.");
      }
    }
  }

  private static StructField column(String name, CodeValues values) {
    if (values instanceof Categories categories) {
      String[] texts = new String[categories.count()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = categories.text(i);
      }
      return new StructField(
          name,
          DataTypes.LongType,
          false,
          NominalAttribute.defaultAttr().withName(name).withValues(texts).toMetadata());
    }
    return new StructField(
        name,
        DataTypes.FloatType,
        false,
        NumericAttribute.defaultAttr().withName(name).toMetadata());
  }

  /** What files say in their footers. */
  Map<String, String> footer() {
    return FeatureList.json(schema).map(json -> Map.of(FeatureList.KEY, json)).orElseGet(Map::of);
  }

  /** A labelled row in this form; the cells that do not change are those of the row. */
  InternalRow row(InternalRow row) {
    Object[] cells = new Object[schema.length()];
    ArrayData codes = row.getArray(CODES);
    cells[ID] = row.getLong(ID);
    cells[CODES] = codes;
    int next = CODES + 1;
    for (int code = 0; code < categorical.length; code++) {
      cells[next++] =
          categorical[code] ? (Object) (long) codes.getFloat(code) : codes.getFloat(code);
    }
    for (int column = CODES + 1; column < row.numFields() - 1; column++) {
      cells[next++] = row.getArray(column);
    }
    String name = String.format(Locale.ROOT, "%012d.png", row.getLong(ID));
    cells[next] =
        new GenericInternalRow(
            new Object[] {row.getBinary(row.numFields() - 1), UTF8String.fromString(name)});
    return new GenericInternalRow(cells);
  }
}
