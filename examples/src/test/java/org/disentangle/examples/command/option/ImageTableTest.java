// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.image.ImageColumns;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.CapturedWarnings;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose columns have other names than the product gives them. */
class ImageTableTest {

  private static final StructType FILE =
      new StructType().add("bytes", DataTypes.BinaryType).add("path", DataTypes.StringType);

  @TempDir Path folder;

  @Test
  void theOnlyColumnOfImagesIsTaken() throws IOException {
    Dataset<Row> table =
        SharedSpark.session()
            .createDataFrame(
                List.of(RowFactory.create(7L, RowFactory.create(png(), "a.png"), "x")),
                new StructType().add("id", "bigint").add("img", FILE).add("text", "string"));
    try (CapturedWarnings warnings = new CapturedWarnings(ImageTable.class)) {
      Dataset<Row> loaded = load(table, "");
      assertArrayEquals(new String[] {"id", "image", "text"}, loaded.columns());
      assertTrue(warnings.lines().get(0).contains("imageCol=img"), warnings.lines().get(0));
      Dataset<Row> prepared = load(table, ",imageSize=8,colourMode=rgb,drop=text");
      assertEquals(List.of("id", "image"), List.of(prepared.columns()));
      assertEquals(
          "3x8x8", ImageColumns.shapeOf(prepared.schema().apply("image")).get().toString());
      assertEquals("a.png", prepared.select("image.origin").first().getString(0));
    }
  }

  @Test
  void ofSeveralColumnsOneIsNamed() throws IOException {
    Dataset<Row> table =
        SharedSpark.session()
            .createDataFrame(
                List.of(RowFactory.create(png(), png(), 1)),
                new StructType()
                    .add("left", DataTypes.BinaryType)
                    .add("right", DataTypes.BinaryType)
                    .add("codes", DataTypes.IntegerType));
    assertRefused(table, "", "imageCol=NAME", "[left, right]");
    assertRefused(table.select("codes"), "", "None of the columns has a type");
    assertRefused(table, ",imageCol=lef", "imageCol=lef", "[left, right, codes]");
    assertRefused(table, ",drop=left+middle", "drop=middle");
    assertRefused(table, ",imageCol=left,rename=right:Image", "drop=left");
    assertRefused(table, ",imageCol=left,rename=right", "rename=OLD:NEW");
    assertRefused(
        table, ",imageCol=left,drop=right,rename=right:x", "rename=right", "drop does not");
    assertRefused(table, ",imageCol=left,drop=left", "imageCol=left", "drop does not");
    assertRefused(table, ",imageCol=left,rename=right:x+right:y", "right:y", "every column once");
    assertArrayEquals(
        new String[] {"image", "other"},
        load(table, ",imageCol=left,drop=codes,rename=right:other").columns());
    assertArrayEquals(
        new String[] {"codes", "image"},
        load(table, ",imageCol=right,codesCol=left,drop=codes").columns());
    assertArrayEquals(
        new String[] {"image", "codes"}, load(table, ",drop=left,imageCol=right").columns());
  }

  @Test
  void whatTheProductWritesIsReadAgain() throws IOException {
    SharedSpark.session();
    Path model = folder.resolve("model");
    TinyModel.of(1).write().save(model.toString());
    Path set = folder.resolve("set");
    Path classes = folder.resolve("classes");
    CommandRun.success(
        "generate --model %s --count 6 --codes balanced --bins 2 --names a,b,c --folders %s --by b --out %s",
        model, classes, set);
    CommandRun again =
        CommandRun.of(
            "encode --model %s --data parquet:%s --out %s", model, set, folder.resolve("e"));
    assertEquals(2, again.exitCode(), again::err);
    assertTrue(again.err().contains("parquet:PATH,drop=codes"), again::err);
    try (CapturedWarnings warnings = new CapturedWarnings(ImageTable.class)) {
      CommandRun.success(
          "encode --model %s --data parquet:%s,rename=codes:given --out %s",
          model, set, folder.resolve("codes"));
      assertEquals(1, warnings.lines().size());
    }
    List<String> columns = List.of(read("codes").columns());
    assertTrue(columns.containsAll(List.of("id", "given", "codes")), columns::toString);
    CommandRun.success(
        "encode --model %s --data image:%s --out %s", model, classes, folder.resolve("byFile"));
    assertEquals(List.of("path", "codes"), List.of(read("byFile").columns()));
    assertEquals(read("codes").count(), read("byFile").select("path").distinct().count());
  }

  private Dataset<Row> read(String name) {
    return SharedSpark.session().read().parquet(folder.resolve(name).toString());
  }

  private Dataset<Row> load(Dataset<Row> table, String options) {
    String path = folder.resolve("table" + System.nanoTime()).toString();
    table.write().parquet(path);
    return DataSpec.parse("parquet:" + path + options).load(SharedSpark.session());
  }

  private void assertRefused(Dataset<Row> table, String options, String... parts) {
    String message =
        assertThrows(InvalidInputException.class, () -> load(table, options)).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
    return bytes.toByteArray();
  }
}
