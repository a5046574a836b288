// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.data.FactorColumns;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of labels are written into footers and read from them. */
class ClassLabelNamesTest {

  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void namesComeFromTheFooter() {
    write("a", "cat", "dog");
    Dataset<Row> bare = SPARK.read().schema("label int, `x.y` double").parquet(path("a"));
    Dataset<Row> named = ClassLabelNames.named(bare);
    assertEquals(List.of("label", "x.y"), List.of(named.columns()));
    NominalAttribute label =
        (NominalAttribute) Attribute.fromStructField(named.schema().apply("label"));
    assertEquals(List.of("cat", "dog"), List.of(label.values().get()));
    assertEquals(bare.collectAsList(), named.collectAsList());
    assertTrue(named.schema().apply("label").nullable());
  }

  @Test
  void tablesWithoutNamesStayAsTheyAre() {
    SPARK.range(3).write().parquet(path("plain"));
    Dataset<Row> plain = SPARK.read().parquet(path("plain"));
    assertEquals(plain.schema(), ClassLabelNames.named(plain).schema());
  }

  @Test
  void otherNamesInAnotherFileAreRefused() {
    write("a", "cat", "dog");
    write("b", "dog", "cat");
    Dataset<Row> both = SPARK.read().schema("label int").parquet(path("a"), path("b"));
    String message =
        assertThrows(InvalidInputException.class, () -> ClassLabelNames.named(both)).getMessage();
    assertTrue(message.contains("[dog, cat]") && message.contains("[cat, dog]"), message);
  }

  @Test
  void oneNameOfTwoLabelsIsRefused() {
    write("twice", "cat", "dog", "cat");
    Dataset<Row> table = SPARK.read().schema("label int").parquet(path("twice"));
    String message =
        assertThrows(InvalidInputException.class, () -> ClassLabelNames.named(table)).getMessage();
    assertTrue(message.contains("found the name 'cat' of both labels 0 and 2"), message);
  }

  @Test
  void labelsWithoutANameAreNullOrRefused() {
    writeRows("none", "select -1, 0.5d union all select 1, 0.5d", "cat", "dog");
    Dataset<Row> none =
        ClassLabelNames.named(SPARK.read().schema("label int").parquet(path("none")));
    assertEquals(1, none.filter("label is null").count());
    writeRows("other", "select 7, 0.5d", "cat", "dog");
    Dataset<Row> other =
        ClassLabelNames.named(SPARK.read().schema("label int").parquet(path("other")));
    Throwable refusal;
    try (QuietSpark quiet = new QuietSpark()) {
      refusal = assertThrows(Exception.class, other::collectAsList);
    }
    while (!(refusal instanceof InvalidInputException)) {
      refusal = refusal.getCause();
    }
    assertTrue(refusal.getMessage().contains("found the label 7; expected 0 to 1"));
  }

  private void write(String name, String... names) {
    writeRows(name, "select 1, 0.5d", names);
  }

  private void writeRows(String name, String rows, String... names) {
    StructField label = FactorColumns.nominal("label", names.length, List.of(names));
    StructType schema = new StructType().add(label).add("x.y", "double");
    SPARK
        .createDataFrame(SPARK.sql(rows).toJavaRDD(), schema)
        .coalesce(1)
        .write()
        .format(FeatureParquet.class.getName())
        .save(path(name));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
