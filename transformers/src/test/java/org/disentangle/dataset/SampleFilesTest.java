// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet.IfThere;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {

  private final SparkSession spark = SharedSpark.session();
  private final InfoGanCrModel model = TinyModel.of(3).setImageFormat("png");

  @TempDir Path folder;

  private String write(CodeSampler sampler, long count) {
    String path = folder.resolve("set").toString();
    new LabelledDataSet(model, sampler, count).rowsPerFile(30).write(spark, path, IfThere.REFUSE);
    return path;
  }

  @Test
  void sheetHasRowsAsLongAsTheLastGridCode() throws IOException {
    CodeSampler sampler = CodeSampler.of(model).setCodeGrid("0=2", "2=4");
    Path sheet = folder.resolve("sheet.png");
    new ContactSheet(spark, write(sampler, 80), model, sampler).write(sheet, false);
    var picture = ImageIO.read(sheet.toFile());
    assertEquals(4 * 100 + 4, picture.getWidth());
    assertEquals(10 * 100 + 4, picture.getHeight());
  }

  @Test
  void balancedIntervalsAreFoldersOfOneSize() throws IOException {
    CodeSampler sampler =
        CodeSampler.of(model)
            .setCodeNames("shape", "size", "turn")
            .setCodeDraw("balanced")
            .setBins(10);
    Path folders = folder.resolve("folders");
    String set = write(sampler, 80);
    new ClassFolders(spark, set, model, sampler, "size", 60).write(folders, false);
    Map<String, Integer> counts = counts(folders);
    assertEquals(10, counts.size());
    assertEquals("size_3_-0.400_to_-0.200", List.copyOf(counts.keySet()).get(3));
    counts.forEach((name, count) -> assertEquals(6, count, name));
    byte[] first =
        (byte[]) spark.read().parquet(set).where("id = 0").select("generated").head().get(0);
    try (var files = Files.walk(folders)) {
      Path own = files.filter(f -> f.endsWith("000000000000.png")).findFirst().orElseThrow();
      assertArrayEquals(first, Files.readAllBytes(own));
    }
    assertThrows(
        FileAlreadyExistsException.class,
        () -> new ClassFolders(spark, set, model, sampler, "size", 60).write(folders, false));
    new ClassFolders(spark, set, model, sampler, "1", 20).write(folders, true);
    assertEquals(20, counts(folders).values().stream().mapToInt(i -> i).sum());
  }

  @Test
  void valuesOfAGridAreClasses() throws IOException {
    CodeSampler sampler = CodeSampler.of(model).setCodeGrid("1=3").setFixedCodes("0=0.5");
    Path folders = folder.resolve("folders");
    String set = write(sampler, 9);
    new ClassFolders(spark, set, model, sampler, "1", 9).write(folders, false);
    assertEquals(
        Map.of("code_1_0_-1.000", 3, "code_1_1_0.000", 3, "code_1_2_1.000", 3), counts(folders));
    new ClassFolders(spark, set, model, sampler, "0", 9).write(folders, true);
    assertEquals(Map.of("code_0_0_0.500", 9), counts(folders));
  }

  private static Map<String, Integer> counts(Path folders) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (var all = Files.list(folders)) {
      for (Path own : all.toList()) {
        counts.put(own.getFileName().toString(), own.toFile().list().length);
      }
    }
    return counts;
  }
}
