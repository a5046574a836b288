// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this writes, Spark reads as if Spark had written it. */
class UniformRowFileTest {

  private static final DataType FLOATS = DataTypes.createArrayType(DataTypes.FloatType, false);
  private static final StructType IMAGE =
      new StructType()
          .add("origin", DataTypes.StringType)
          .add("height", DataTypes.IntegerType, false)
          .add("data", DataTypes.BinaryType)
          .add("note", DataTypes.StringType);
  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.LongType, false)
          .add("codes", FLOATS, false, Metadata.fromJson("{\"unit\":\"none\"}"))
          .add("one", DataTypes.createArrayType(DataTypes.DoubleType))
          .add("none", DataTypes.createArrayType(DataTypes.IntegerType))
          .add("absent", FLOATS)
          .add("image", IMAGE)
          .add("gone", IMAGE)
          .add("vector", SQLDataTypes.VectorType())
          .add("sparse", SQLDataTypes.VectorType())
          .add("byte", DataTypes.ByteType)
          .add("float", DataTypes.FloatType)
          .add("double", DataTypes.DoubleType);

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  private static Row row(long id) {
    byte[] bytes = new byte[(int) (id * 31 % 50)];
    java.util.Arrays.fill(bytes, (byte) (id * 7));
    return RowFactory.create(
        id,
        new float[] {id, -id, id * .5f},
        new double[] {1d / (id + 1)},
        new int[0],
        null,
        RowFactory.create("row " + id, 4, bytes, null),
        null,
        Vectors.dense(id, -2, 0),
        Vectors.sparse(9, new int[] {2, 7}, new double[] {id, 1}),
        (byte) id,
        id == 3 ? -0f : id - 5f,
        Math.sqrt(id));
  }

  private Path write(Configuration hadoop, StructType schema, long rows, LongFunction<Row> row)
      throws IOException {
    Path file = folder.resolve("rows.parquet");
    var converter = CatalystTypeConverters.createToCatalystConverter(schema);
    try (UniformRowFile out =
        new UniformRowFile(
            new org.apache.hadoop.fs.Path(file.toUri()),
            schema,
            hadoop,
            CompressionCodecName.SNAPPY)) {
      for (long id = 0; id < rows; id++) {
        out.write((InternalRow) converter.apply(row.apply(id)));
      }
      out.finish();
    }
    return file;
  }

  private Path write(Configuration hadoop, long rows) throws IOException {
    return write(hadoop, SCHEMA, rows, UniformRowFileTest::row);
  }

  private Path writtenBySpark(long rows) throws IOException {
    List<Row> expected = LongStream.range(0, rows).mapToObj(UniformRowFileTest::row).toList();
    Path place = folder.resolve("spark");
    spark.createDataFrame(expected, SCHEMA).coalesce(1).write().parquet(place.toString());
    try (var files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".snappy.parquet")).findAny().get();
    }
  }

  private static Configuration small() {
    Configuration hadoop = new Configuration();
    hadoop.setInt("parquet.page.size", 300);
    hadoop.setLong("parquet.block.size", 20_000);
    return hadoop;
  }

  private static List<BlockMetaData> groups(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFooter().getBlocks();
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "true, 1000", "false, 1", "false, 1000"})
  void bothReadersOfSparkFindEveryCell(boolean vectorised, long rows) throws IOException {
    Path file = write(small(), rows);
    Dataset<Row> expected = spark.read().parquet(writtenBySpark(rows).toString());
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.parquet.enableVectorizedReader", vectorised);
    session.conf().set("spark.sql.parquet.enableNestedColumnVectorizedReader", vectorised);
    Dataset<Row> found = session.read().parquet(file.toString());
    assertEquals(expected.schema(), found.schema());
    assertEquals("none", found.schema().apply("codes").metadata().getString("unit"));
    assertEquals(expected.sort("id").collectAsList(), found.sort("id").collectAsList());
    assertEquals(rows > 1, groups(file).size() > 1);
  }

  @Test
  void statisticsAreThoseOfSpark() throws IOException {
    List<ColumnChunkMetaData> found = groups(write(new Configuration(), 500)).get(0).getColumns();
    List<ColumnChunkMetaData> expected = groups(writtenBySpark(500)).get(0).getColumns();
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i).getPath(), found.get(i).getPath());
      assertEquals(expected.get(i).getStatistics(), found.get(i).getStatistics());
      assertEquals(expected.get(i).getValueCount(), found.get(i).getValueCount());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id = 777", "id > 990", "float < 3", "image.origin = 'row 5'"})
  void filtersAreAnsweredFromPages(String filter) throws IOException {
    Path file = write(small(), 1000);
    List<Row> expected =
        LongStream.range(0, 1000)
            .filter(
                id ->
                    switch (filter) {
                      case "id = 777" -> id == 777;
                      case "id > 990" -> id > 990;
                      case "float < 3" -> id - 5f < 3;
                      default -> id == 5;
                    })
            .mapToObj(RowFactory::create)
            .toList();
    assertEquals(
        expected, spark.read().parquet(file.toString()).where(filter).select("id").collectAsList());
  }

  @Test
  void rowsOfAnotherShapeAreRefused() {
    StructType schema = new StructType().add("codes", FLOATS);
    assertRefused(
        schema,
        row -> RowFactory.create(new float[row == 0 ? 3 : 2]),
        "2 values after rows with 3");
    assertRefused(
        schema, row -> RowFactory.create(row == 0 ? new float[3] : null), "null after rows with 3");
    assertRefused(
        new StructType().add("codes", DataTypes.createArrayType(DataTypes.FloatType)),
        row -> RowFactory.create((Object) new Float[] {1f, null}),
        "column codes.list.element: null within an array");
    assertRefused(
        new StructType().add("when", DataTypes.DateType),
        row -> RowFactory.create(new java.sql.Date(0)),
        "cells of type date");
  }

  private void assertRefused(StructType schema, LongFunction<Row> rows, String part) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> write(new Configuration(), schema, 2, rows));
    assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    folder.resolve("rows.parquet").toFile().delete();
    folder.resolve(".rows.parquet.crc").toFile().delete();
  }
}
