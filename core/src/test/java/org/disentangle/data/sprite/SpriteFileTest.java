// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.PublishedFile;
import org.disentangle.data.Refusals;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive gives the same rows as the rendered grid. */
class SpriteFileTest {

  @TempDir Path folder;
  private String deflated;
  private String stored;

  @BeforeEach
  void writeArchives() throws IOException {
    deflated = Files.write(folder.resolve("a.npz"), SpriteArchive.bytes().deflated()).toString();
    stored = Files.write(folder.resolve("b.npz"), SpriteArchive.bytes().stored()).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void rowsAreThoseOfTheRenderedGrid(int partitions) {
    DataFrameReader reader =
        reader().option("imageFormat", "array").option("numPartitions", partitions);
    Dataset<Row> rendered = reader().option("imageFormat", "array").load();
    assertEquals(rendered.schema(), reader.load(deflated).schema());
    List<Row> rows = reader.load(deflated).collectAsList();
    assertEquals(SpriteArchive.COUNT, rows.size());
    SpriteRenderer renderer = new SpriteRenderer(64);
    for (int i = 0; i < rows.size(); i++) {
      int index = SpriteArchive.gridIndex(i);
      assertEquals(index, index(rows.get(i)));
      List<Float> pixels = rows.get(i).getList(0);
      float[] expected = renderer.render(index);
      for (int place = 0; place < expected.length; place++) {
        assertEquals(expected[place], pixels.get(place));
      }
    }
    assertEquals(rows, reader.load(stored).collectAsList());
  }

  @Test
  void factorsAreChosenAsFromTheGrid() {
    DataFrameReader reader =
        reader().option("imageFormat", "array").option("shape", "2").option("posX", "0:31:2");
    List<Row> rows = reader.load(deflated).collectAsList();
    int[] expected =
        IntStream.range(0, SpriteArchive.COUNT)
            .map(SpriteArchive::gridIndex)
            .filter(index -> SpriteGrid.factors(index)[0] == 2)
            .filter(index -> SpriteGrid.factors(index)[3] % 2 == 0)
            .toArray();
    assertArrayEquals(expected, rows.stream().mapToInt(SpriteFileTest::index).toArray());
    List<Float> last = rows.get(rows.size() - 1).getList(0);
    float[] picture = new SpriteRenderer(64).render(expected[expected.length - 1]);
    for (int place = 0; place < picture.length; place++) {
      assertEquals(picture[place], last.get(place));
    }
  }

  @Test
  void samplesDoNotDependOnPartitionsOrStorage() {
    DataFrameReader reader = reader().option("sample", 40).option("imageFormat", "vector");
    List<Row> rows = reader.option("numPartitions", 1).load(deflated).collectAsList();
    assertEquals(40, rows.size());
    assertEquals(rows, reader.option("numPartitions", 7).load(stored).collectAsList());
    assertNotEquals(rows, reader.option("seed", 7).load(stored).collectAsList());
  }

  @Test
  void factorsAreKnownWithoutReadingImages() throws IOException {
    Dataset<Row> sprites = reader().load(deflated);
    Files.delete(Path.of(deflated));
    assertEquals(SpriteArchive.COUNT, sprites.count());
    List<Row> shapes = sprites.select("value_shape").distinct().collectAsList();
    assertEquals(3, shapes.size());
  }

  @Test
  void sqlViews() {
    SharedSpark.session()
        .sql(
            String.format(
                Locale.ROOT,
                "CREATE OR REPLACE TEMPORARY VIEW original USING dsprites OPTIONS (path '%s', shape 0)",
                stored));
    Row row =
        SharedSpark.session()
            .sql("SELECT max(factor_shape), max(length(image.data)), count(*) FROM original")
            .first();
    assertEquals(0, row.getInt(0));
    assertEquals(4096, row.getInt(1));
    assertEquals(243, row.getLong(2));
  }

  /** NumPy for Python 2 wrote sizes as 64L. */
  @Test
  void longsOfPython2() {
    List<Row> rows = reader().load(PublishedFile.path("dsprites_longs.npz")).collectAsList();
    assertEquals(1024, rows.size());
    assertEquals(1023, index(rows.get(1023)));
  }

  /** Ninety images of every 8,190th index in chunks of 25. */
  @Test
  void hdf5() {
    Dataset<Row> rows =
        reader()
            .option("imageFormat", "array")
            .option("numPartitions", 3)
            .load(PublishedFile.path("dsprites_small.hdf5"));
    assertEquals(reader().load(deflated).schema().drop(1), rows.schema().drop(1));
    List<Row> all = rows.collectAsList();
    assertEquals(90, all.size());
    for (int i = 0; i < 90; i++) {
      assertEquals(i * 8190, index(all.get(i)));
      assertEquals(255, PublishedFile.pixel(all.get(i), 64, 64, 0, i % 60 + 3, 19));
      assertEquals(0, PublishedFile.pixel(all.get(i), 64, 64, 0, i % 60 + 3, 20));
    }
    assertEquals(
        all.stream().filter(row -> row.<Integer>getAs("factor_shape") == 2).toList(),
        reader()
            .option("imageFormat", "array")
            .option("shape", 2)
            .load(PublishedFile.path("dsprites_small.hdf5"))
            .collectAsList());
  }

  @Test
  void realValuesInPlaceOfClasses() throws IOException {
    ByteBuffer values =
        ByteBuffer.allocate(SpriteArchive.COUNT * 6 * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SpriteArchive.COUNT; i++) {
      int[] factors = SpriteGrid.factors(SpriteArchive.gridIndex(i));
      values.putDouble(1);
      for (SpriteFactor factor : SpriteFactor.values()) {
        values.putDouble(factor.value(factors[factor.ordinal()]));
      }
    }
    NpzBytes archive = SpriteArchive.bytes().without("latents_classes");
    String shape = SpriteArchive.COUNT + ", 6";
    Path file = folder.resolve("values.npz");
    Files.write(file, archive.with("latents_values", "<f8", shape, values.array()).deflated());
    assertEquals(
        reader().load(deflated).drop("image").collectAsList(),
        reader().load(file.toString()).drop("image").collectAsList());
    values.putDouble(8, 1.3);
    Files.write(file, archive.with("latents_values", "<f8", shape, values.array()).deflated());
    Refusals.assertRefused(
        "dsprites", reader().option("path", file.toString()), "latents_values with the value 1.3");
  }

  private static int index(Row row) {
    return SpriteGrid.index(
        Arrays.stream(SpriteFactor.values())
            .mapToInt(factor -> row.<Integer>getAs(factor.factorColumn()))
            .toArray());
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("dsprites");
  }
}
