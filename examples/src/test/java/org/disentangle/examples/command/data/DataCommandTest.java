// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets described, converted, and read again. */
class DataCommandTest {

  @TempDir Path folder;

  @Test
  void everyFormatIsReadAgain() throws IOException {
    pictures();
    List<Row> expected = labels(DataSpec.parse(spec()).load(SharedSpark.session()));
    for (String format : List.of("png", "struct", "array", "vector", "bytes-path")) {
      Path out = folder.resolve(format);
      CommandRun run =
          CommandRun.success("data convert %s --format %s --out %s", spec(), format, out);
      assertTrue(run.err().contains("convert 100%  4/4 images"), run::err);
      try (Stream<Path> files = Files.list(out)) {
        assertTrue(files.allMatch(file -> file.toString().endsWith(".parquet")));
      }
      Dataset<Row> again = DataSpec.parse("parquet:" + out).load(SharedSpark.session());
      assertEquals(expected, labels(again), format);
      assertEquals(List.of("cat", "dog"), names(again), format);
    }
    Row image =
        SharedSpark.session()
            .read()
            .parquet(folder.resolve("bytes-path").toString())
            .orderBy("image.path")
            .select("image.*")
            .first();
    assertEquals("0.png", image.getString(1));
    CommandRun again = CommandRun.of("data convert %s --out %s", spec(), folder.resolve("png"));
    assertEquals(2, again.exitCode());
    assertTrue(again.err().contains("--overwrite"), again::err);
    CommandRun.success("data convert %s --overwrite --out %s", spec(), folder.resolve("png"));
  }

  @Test
  void damageLeavesNothingBehind() throws IOException {
    pictures();
    Files.write(folder.resolve("in/cat/9.png"), new byte[] {1, 2, 3});
    CommandRun run;
    try (QuietSpark quiet = new QuietSpark()) {
      run = CommandRun.of("data convert %s --out %s", spec(), folder.resolve("out"));
    }
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("9.png"), run::err);
    assertFalse(Files.exists(folder.resolve("out")));
    assertFalse(Files.exists(folder.resolve("_out.part")));
    CommandRun inside = CommandRun.of("data convert %s --out %s", spec(), folder.resolve("in/cat"));
    assertEquals(2, inside.exitCode(), inside::err);
    CommandRun format = CommandRun.of("data convert %s --format gif --out x", spec());
    assertTrue(format.err().contains("png, struct, array, vector, bytes-path"), format::err);
    assertEquals(2, CommandRun.of("data").exitCode());
  }

  @Test
  void factorsAndPixelsAreDescribed() throws IOException {
    pictures();
    Path sheet = folder.resolve("sheet.png");
    CommandRun run =
        CommandRun.success("data describe %s,pattern=(?<n>\\d).png --sheet %s", spec(), sheet);
    assertTrue(run.out().contains(": 4 rows"), run::out);
    assertTrue(run.out().contains("image  image, 3x4x5"), run::out);
    assertTrue(run.out().contains("label  int, 2 values from 0 to 1, named"), run::out);
    assertTrue(run.out().contains("  cat: 2, dog: 2"), run::out);
    assertTrue(run.out().contains("value_n  double, 4 values from 0.0 to 3.0"), run::out);
    assertTrue(ImageIO.read(sheet.toFile()).getWidth() > 4 * 5);
    CommandRun one =
        CommandRun.success("data describe %s,glob=cat/*,pattern=(?<n>\\d).png", spec());
    assertTrue(one.out().contains("label  int, 1 value, 0, named"), one::out);
    CommandRun none = CommandRun.of("data describe %s --images 0", spec());
    assertTrue(none.err().contains("--images"), none::err);
  }

  @Test
  void generatedSetsHaveAColumnPerCode() throws IOException {
    SharedSpark.session();
    TinyModel.of(1).write().save(folder.resolve("model").toString());
    Path set = folder.resolve("set");
    CommandRun.success(
        "generate --model %s --count 5 --names a,b,c --format bytes-path --out %s",
        folder.resolve("model"), set);
    Dataset<Row> rows = SharedSpark.session().read().parquet(set.toString()).orderBy("id");
    List<String> columns = new ArrayList<>(List.of(rows.columns()));
    columns.remove("noise");
    assertEquals(List.of("id", "codes", "a", "b", "c", "generated"), columns);
    for (Row row : rows.collectAsList()) {
      List<Float> codes = row.getList(1);
      assertEquals(codes, List.of(row.getFloat(2), row.getFloat(3), row.getFloat(4)));
      Row image = row.getAs("generated");
      assertEquals(String.format(Locale.ROOT, "%012d.png", row.getLong(0)), image.getString(1));
    }
    assertTrue(footer(set).contains("\"generated\":{\"_type\":\"Image\"}"), () -> footer(set));
    String card = Files.readString(folder.resolve("set-card/README.md"));
    assertTrue(card.startsWith("---\n") && card.contains("path: \"*.parquet\""), card);
    CommandRun clash =
        CommandRun.of(
            "generate --model %s --count 5 --names id,b,c --format bytes-path --out %s",
            folder.resolve("model"), folder.resolve("clash"));
    assertEquals(2, clash.exitCode());
    assertTrue(clash.err().contains("found 'id'"), clash::err);
  }

  @Test
  void imagesWithoutBytesAreRefusedByTheirPath() {
    Path table = folder.resolve("table");
    SharedSpark.session()
        .sql("select named_struct('bytes', cast(null as binary), 'path', 'far/7.png') image")
        .write()
        .parquet(table.toString());
    CommandRun run;
    try (QuietSpark quiet = new QuietSpark()) {
      run = CommandRun.of("data convert parquet:%s --out %s", table, folder.resolve("o"));
    }
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("far/7.png"), run::err);
  }

  private static String footer(Path set) {
    try (Stream<Path> files = Files.list(set);
        ParquetFileReader reader =
            ParquetFileReader.open(
                HadoopInputFile.fromPath(
                    new org.apache.hadoop.fs.Path(files.findFirst().orElseThrow().toString()),
                    new org.apache.hadoop.conf.Configuration()))) {
      return reader.getFooter().getFileMetaData().getKeyValueMetaData().get("huggingface");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String spec() {
    return "folder:path=" + folder.resolve("in") + ",labels=folder";
  }

  private static List<Row> labels(Dataset<Row> rows) {
    return rows.orderBy("path").selectExpr("path", "cast(label as int)").collectAsList();
  }

  private static List<String> names(Dataset<Row> rows) {
    return List.of(
        ((NominalAttribute) Attribute.fromStructField(rows.schema().apply("label")))
            .values()
            .get());
  }

  private void pictures() throws IOException {
    for (int i = 0; i < 4; i++) {
      Path file = folder.resolve("in/" + (i % 2 == 0 ? "cat/" : "dog/") + i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR), "png", file.toFile());
    }
  }
}
