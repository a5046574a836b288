// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/**
 * The names of the class labels of a data set of Hugging Face, from the footers of its Parquet
 * files.
 *
 * <pre>{@code
 * Dataset<Row> cifar = ClassLabelNames.named(spark.read().parquet("cifar10/plain_text"));
 * Attribute.fromStructField(cifar.schema().apply("label"));  // airplane, automobile, ...
 * }</pre>
 */
public final class ClassLabelNames {

  static final String KEY = "huggingface";

  private static final InputErrors ERRORS = new InputErrors("ClassLabelNames");

  /** What stands for no label. */
  private static final int NONE = -1;

  private static final String ML = "ml_attr";

  /** The files of a table come from one writer: a few of them show what it says. */
  private static final int FOOTERS = 16;

  private ClassLabelNames() {}

  /**
   * The table, whose columns of class labels have nominal ML attributes with the names; columns
   * that have attributes already, and tables that say nothing about labels, stay as they are.
   *
   * <p>A label -1, by which Hugging Face says that there is none, becomes null, and null stays
   * null. Any other label without a name is refused by the action that reads it.
   *
   * @param table as {@code spark.read().parquet} gives it
   * @throws org.disentangle.error.InvalidInputException if a footer is damaged, two labels have one
   *     name, or two files give labels different names
   */
  public static Dataset<Row> named(Dataset<Row> table) {
    Configuration hadoop = table.sparkSession().sessionState().newHadoopConf();
    Map<String, List<String>> names = new LinkedHashMap<>();
    Arrays.stream(table.inputFiles())
        .sorted()
        .limit(FOOTERS)
        .forEach(file -> addAll(names, file, footer(file, hadoop)));
    if (names.isEmpty()) {
      return table;
    }
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(field -> column(field, names.get(field.name())))
            .toArray(Column[]::new);
    return table.select(columns);
  }

  private static Column column(StructField field, List<String> names) {
    Column column = functions.col("`" + field.name().replace("`", "``") + "`");
    return names == null || !isWhole(field.dataType()) || field.metadata().contains(ML)
        ? column
        : checked(column, field, names.size())
            .as(
                field.name(),
                new MetadataBuilder()
                    .withMetadata(field.metadata())
                    .putMetadata(
                        ML,
                        NominalAttribute.defaultAttr()
                            .withName(field.name())
                            .withValues(names.toArray(String[]::new))
                            .toMetadata()
                            .getMetadata(ML))
                    .build());
  }

  /** The labels, -1 as null; others out of range are refused when they are read. */
  private static Column checked(Column labels, StructField field, int count) {
    String name = field.name();
    UDF1<Number, Number> check =
        label -> {
          if (label == null || label.longValue() == NONE) {
            return null;
          }
          if (label.longValue() < 0 || label.longValue() >= count) {
            throw ERRORS.column(
                name,
                "the label " + label,
                String.format(
                    Locale.ROOT,
                    "0 to %d, of which the footer has names, or %d for none",
                    count - 1,
                    NONE));
          }
          return label;
        };
    return functions.udf(check, field.dataType()).apply(labels);
  }

  private static boolean isWhole(DataType type) {
    return List.of(
            DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType)
        .contains(type);
  }

  private static void addAll(
      Map<String, List<String>> names, String file, Map<String, List<String>> more) {
    more.forEach(
        (column, labels) -> {
          List<String> before = names.putIfAbsent(column, labels);
          if (before != null && !before.equals(labels)) {
            throw ERRORS.file(
                file,
                String.format(
                    Locale.ROOT,
                    "the names [%s] of the %d labels in column '%s'",
                    FirstFew.of(labels),
                    labels.size(),
                    column),
                String.format(
                    Locale.ROOT,
                    "[%s] of %d labels, as in another file of the table",
                    FirstFew.of(before),
                    before.size()),
                "Read files of one data set.",
                null);
          }
        });
  }

  private static Map<String, List<String>> footer(String file, Configuration hadoop) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(URI.create(file)), hadoop))) {
      String json = reader.getFooter().getFileMetaData().getKeyValueMetaData().get(KEY);
      return json == null ? Map.of() : labels(file, json);
    } catch (JsonProcessingException e) {
      throw ERRORS.file(
          file,
          "a footer whose key '" + KEY + "' is not JSON",
          "the features that Hugging Face's datasets writes",
          e);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // what Parquet throws at other bytes than its own
      throw ERRORS.file(
          file, "a file that cannot be read (" + e.getMessage() + ")", "a Parquet file", e);
    }
  }

  private static Map<String, List<String>> labels(String file, String json)
      throws JsonProcessingException {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    JsonNode features = new ObjectMapper().readTree(json).path("info").path("features");
    features
        .fields()
        .forEachRemaining(
            feature -> {
              List<String> names = new ArrayList<>();
              feature.getValue().path("names").forEach(name -> names.add(name.asText()));
              boolean isLabel = feature.getValue().path("_type").asText().equals("ClassLabel");
              if (isLabel && !names.isEmpty()) {
                requireDifferent(file, feature.getKey(), names);
                labels.put(feature.getKey(), names);
              }
            });
    return labels;
  }

  private static void requireDifferent(String file, String column, List<String> names) {
    for (int label = 0; label < names.size(); label++) {
      int first = names.indexOf(names.get(label));
      if (first < label) {
        throw ERRORS.file(
            file,
            String.format(
                Locale.ROOT,
                "the name '%s' of both labels %d and %d in column '%s'",
                names.get(label),
                first,
                label,
                column),
            "a name of its own for each label",
            null);
      }
    }
  }
}
