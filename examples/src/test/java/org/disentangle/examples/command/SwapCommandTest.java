// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.TinyModel;
import org.disentangle.model.TinyStyle;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwapCommandTest {

  private static final String DATA = "dsprites:imageSize=32,factors=shape+posX+posY";

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void saveAModel() throws IOException {
    SharedSpark.session();
    model = folder.resolve("model");
    TinyStyle.of(5).save(model.toString());
  }

  private Path draw(String name, String more) {
    Path picture = folder.resolve(name);
    success("swap --model %s --data %s --out %s %s", model, DATA, picture, more);
    return picture;
  }

  @Test
  void drawsAllFigures() throws IOException {
    for (String figure : new String[] {"sampling", "retrieval", "retrieval --by unspecified"}) {
      Path rows = draw(figure.replace(" ", "") + ".png", "--count 4 --figure " + figure);
      assertEquals(4 + 5 * 100, ImageIO.read(rows.toFile()).getWidth(), figure);
      assertEquals(4 + 4 * 100, ImageIO.read(rows.toFile()).getHeight(), figure);
    }
    Path swapping = draw("swap.png", "--count 3");
    assertEquals(4 + 4 * 100, ImageIO.read(swapping.toFile()).getWidth());
    Path line = draw("line.png", "--count 5 --figure interpolation");
    assertEquals(4 + 5 * 100, ImageIO.read(line.toFile()).getHeight());
    byte[] first = Files.readAllBytes(swapping);
    assertArrayEquals(first, Files.readAllBytes(draw("again.png", "--count 3")));
    assertFalse(
        Arrays.equals(first, Files.readAllBytes(draw("other.png", "--count 3 --seed 1"))),
        "another seed takes other images");
  }

  @Test
  void encodeWritesBothCodes() {
    Path out = folder.resolve("codes");
    success("encode --model %s --data %s,sample=7 --out %s", model, DATA, out);
    Dataset<Row> codes = SharedSpark.session().read().parquet(out.toString());
    assertEquals(7, codes.count());
    assertEquals(
        List.of("factor_shape", "specified", "unspecified"),
        Stream.of(codes.columns())
            .filter(name -> name.matches("factor_shape|.*specified|image"))
            .toList());
  }

  @Test
  void refusesOtherModels() throws IOException {
    Path other = folder.resolve("other");
    TinyModel.of(3).save(other.toString());
    CommandRun run =
        CommandRun.of(
            "swap --model %s --data %s --out %s", other, DATA, folder.resolve("never.png"));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("InfoGanCrModel"), run::err);
    assertTrue(run.err().contains("Use disentangle traverse"), run::err);
    assertTrue(Files.notExists(folder.resolve("never.png")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "traverse --model %s",
        "generate --count 3 --model %s",
        "evaluate --data " + DATA + " --model %s",
      })
  void commandsForOtherModelsSayWhichOneTakesThis(String command) {
    Path never = folder.resolve("never");
    String out = command.startsWith("evaluate") ? "" : " --out " + never;
    CommandRun run = CommandRun.of(command + "%s", model, out);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("(StyleContentModel); expected a model of codes"), run::err);
    assertTrue(run.err().contains("Use disentangle swap"), run::err);
    assertEquals(2, run.err().lines().count(), run::err);
    assertTrue(Files.notExists(never));
  }
}
