// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every data source, from Java and from SQL. */
class SourceContractTest {

  private static final SparkSession SPARK = SharedSpark.session();

  static List<SourceCase> sources() {
    return SourceCase.all();
  }

  @Test
  void theShortNamesAreRegistered() {
    Set<String> registered =
        ServiceLoader.load(DataSourceRegister.class).stream()
            .filter(found -> RowSource.class.isAssignableFrom(found.type()))
            .map(found -> found.get().shortName())
            .collect(Collectors.toSet());
    Set<String> expected = sources().stream().map(SourceCase::name).collect(Collectors.toSet());
    expected.add("imagefolder"); // files as they are, without factors: ImageFolderSourceTest
    assertEquals(expected, registered);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void anUnknownOptionIsRefusedByNameFromJavaAndSql(SourceCase source) {
    Refusals.assertRefused(
        source.name(), source.reader().option("imageSise", 32), "unknown option \"imageSise\"");
    Map<String, String> options = source.with("imageSise", "32");
    String message = refusal(() -> SPARK.sql(source.view("refused", options)));
    assertTrue(message.toLowerCase(Locale.ROOT).contains("unknown option \"imagesise\""), message);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theSchemaIsFixed(SourceCase source) {
    assertEquals(source.reader().load().schema(), view(source).schema());
    String message = refusal(() -> source.reader().schema("image binary, label int").load());
    assertTrue(message.contains("user-specified schema"), message);
    String sql =
        source.view("refused", source.options()).replace("refused USING", "refused (a int) USING");
    assertTrue(refusal(() -> SPARK.sql(sql)).contains("user-specified schema"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aGivenSchemaMayBeThatOfTheDataSet(SourceCase source) {
    StructType schema = source.reader().load().schema();
    assertEquals(source.rows(), source.reader().schema(schema).load().count());
    assertEquals(schema, source.reader().schema(schema).load().schema());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void writesAndStreamsAreRefused(SourceCase source, @TempDir Path folder) {
    Dataset<Row> other = SPARK.range(3).toDF();
    Path target = folder.resolve("written");
    for (SaveMode mode : SaveMode.values()) {
      DataFrameWriter<Row> writer = other.write().format(source.name()).mode(mode);
      String message = refusal(() -> save(writer.option("path", target.toString())));
      assertTrue(message.startsWith(source.name() + ": "), message);
      assertTrue(message.contains("This source only reads"), message);
    }
    DataFrameWriter<Row> itself =
        source.reader().load().write().format(source.name()).options(source.options());
    String message = refusal(() -> save(itself.mode(SaveMode.Overwrite)));
    assertTrue(message.contains("This source only reads"), message);
    assertEquals(source.rows(), source.reader().load().count());
    DataStreamReader stream = SPARK.readStream().format(source.name()).options(source.options());
    assertTrue(refusal(stream::load).contains("does not support streamed reading"));
  }

  /**
   * Spark looks at the new table as one to read before it writes rows into it. Spark 4 enters it in
   * the catalogue before that.
   */
  @ParameterizedTest
  @MethodSource("sources")
  void tablesOfTheCatalogueAreNotWritten(SourceCase source) {
    assumeTrue(SPARK.version().startsWith("3."), "Spark 4 leaves the refused table");
    String made =
        source.view("made", source.options()).replace("OR REPLACE TEMPORARY VIEW", "TABLE");
    SPARK.sql("DROP TABLE IF EXISTS made");
    view(source).createOrReplaceTempView("its_rows");
    for (String sql :
        List.of(
            "CREATE TABLE made USING " + source.name() + " AS SELECT 1",
            made + " AS SELECT * FROM its_rows")) {
      String message = quietRefusal(sql);
      assertTrue(message.contains(source.name() + ": "), message);
      assertTrue(message.contains("only reads: write rows as Parquet (in SQL, USING"), message);
      assertFalse(SPARK.catalog().tableExists("made"), sql);
    }
    if (!source.options().containsKey(OptionReader.PATH)) {
      return; // Spark gives its table a path
    }
    SPARK.sql(made);
    try {
      String message = quietRefusal("INSERT INTO made SELECT * FROM its_rows");
      assertTrue(message.contains("found rows to write"), message);
      assertEquals(source.rows(), SPARK.table("made").count());
    } finally {
      SPARK.sql("DROP TABLE made");
    }
  }

  private static String quietRefusal(String sql) {
    try (QuietSpark quiet = new QuietSpark()) {
      return refusal(() -> SPARK.sql(sql));
    }
  }

  private static Object save(DataFrameWriter<Row> writer) {
    writer.save();
    return null;
  }

  @ParameterizedTest
  @MethodSource("sources")
  void partitionsAreReadByDifferentTasks(SourceCase source) {
    for (Dataset<Row> rows :
        List.of(source.reader().option("numPartitions", 3).load(), view(source))) {
      List<Integer> readBy = tasks(rows);
      assertEquals(source.rows(), readBy.size());
      assertEquals(3, new HashSet<>(readBy).size());
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aViewHoldsTheRowsOfTheReader(SourceCase source) {
    List<Row> expected = source.reader().option("imageFormat", "array").load().collectAsList();
    SPARK.sql(source.view("rows_of_view", source.with("imageFormat", "array")));
    assertEquals(expected, SPARK.sql("SELECT * FROM rows_of_view").collectAsList());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void factorsAreReadWithoutImages(SourceCase source) {
    List<String> factors =
        Arrays.stream(source.reader().load().columns())
            .filter(name -> !name.equals("image"))
            .toList();
    Column[] columns = factors.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> read = source.reader().load().select(columns);
    List<Row> rows = read.collectAsList();
    Dataset<Row> viewed = view(source).select(columns);
    String planned = String.format(Locale.ROOT, "%d rows, columns %s", source.rows(), factors);
    for (Dataset<Row> pruned : List.of(read, viewed)) {
      String plan = pruned.queryExecution().executedPlan().toString();
      assertTrue(plan.contains(planned), plan);
      String count = pruned.groupBy().count().queryExecution().executedPlan().toString();
      assertTrue(count.contains("rows, columns []"), count);
    }
    source.loseImages(
        () -> {
          assertEquals(rows, viewed.collectAsList());
          assertEquals(source.rows(), viewed.count());
        });
  }

  @ParameterizedTest
  @MethodSource("sources")
  void factorsCarryAttributesFromJavaAndSql(SourceCase source) {
    for (Dataset<Row> rows : List.of(source.reader().load(), view(source))) {
      for (StructField field : rows.schema().fields()) {
        if (!field.name().equals("image") && !field.dataType().equals(DataTypes.StringType)) {
          Attribute attribute = Attribute.fromStructField(field);
          Class<? extends Attribute> expected =
              field.dataType().equals(DataTypes.IntegerType)
                  ? NominalAttribute.class
                  : NumericAttribute.class;
          assertInstanceOf(expected, attribute);
          assertEquals(field.name(), attribute.name().get());
        }
      }
    }
  }

  private static Dataset<Row> view(SourceCase source) {
    SPARK.sql(source.view("viewed", source.with("numPartitions", "3")));
    return SPARK.sql("SELECT * FROM viewed");
  }

  private static List<Integer> tasks(Dataset<Row> rows) {
    MapPartitionsFunction<Row, Integer> partition =
        part -> {
          int id = TaskContext.getPartitionId();
          return scala.collection.JavaConverters.asJavaIterator(
              scala.collection.JavaConverters.asScalaIterator(part).map(row -> id));
        };
    return rows.mapPartitions(partition, Encoders.INT()).collectAsList();
  }

  private static String refusal(Supplier<?> call) {
    return assertThrows(Exception.class, call::get).getMessage();
  }
}
