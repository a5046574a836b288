// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  /** Labels of names and of numbers, of which the codes of drawn weights know something. */
  @Test
  void evaluateReadsLabelsFromBothCodes() throws IOException {
    Path json = folder.resolve("labels.json");
    CommandRun run =
        success(
            "evaluate --model %s --data %s --label factor_shape,value_posX --json %s",
            model, DATA + ",posX=4+27,posY=2:29", json);
    assertTrue(run.out().startsWith("label read from"), run::out);
    JsonNode labels = new ObjectMapper().readTree(json.toFile()).get("labels");
    assertEquals(2, labels.size());
    for (int i = 0; i < 2; i++) {
      JsonNode label = labels.get(i);
      assertEquals(List.of("factor_shape", "value_posX").get(i), label.get("label").asText());
      assertEquals(3 - i, label.get("classes").asInt());
      double chance = label.get("most_frequent_class").asDouble();
      assertTrue(chance >= 1.0 / (3 - i) && chance < 0.9, label::toString);
      assertTrue(label.get("sToLabelTrain").asDouble() > 0.5, label::toString);
    }
    assertTrue(
        labels.get(1).get("sToLabel").asDouble() > 0.9, "the place is read: " + labels.get(1));
  }

  @Test
  void evaluateRefusesWhatIsForOtherModels() throws IOException {
    CommandRun metric = CommandRun.of("evaluate --model %s --data %s --metric mig", model, DATA);
    assertEquals(2, metric.exitCode());
    assertTrue(metric.err().contains("--metric has no effect on this model"), metric::err);
    CommandRun none = CommandRun.of("evaluate --model %s --data %s --label nope", model, DATA);
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("parameter --label: found 'nope'; expected"), none::err);
    CommandRun one =
        CommandRun.of("evaluate --model %s --data %s,shape=0 --label factor_shape", model, DATA);
    assertEquals(2, one.exitCode());
    assertTrue(one.err().contains("column 'factor_shape': found 1 value"), one::err);
    Path other = folder.resolve("other");
    TinyModel.of(3).save(other.toString());
    CommandRun codes = CommandRun.of("evaluate --model %s --data %s --label x", other, DATA);
    assertEquals(2, codes.exitCode());
    assertTrue(codes.err().contains("--label has no effect on this model"), codes::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "traverse --model %s",
        "generate --count 3 --model %s",
      })
  void commandsForOtherModelsSayWhichOneTakesThis(String command) {
    Path never = folder.resolve("never");
    CommandRun run = CommandRun.of(command + " --out %s", model, never);
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("(StyleContentModel); expected a model of codes"), run::err);
    assertTrue(run.err().contains("Use disentangle swap"), run::err);
    assertEquals(2, run.err().lines().count(), run::err);
    assertTrue(Files.notExists(never));
  }
}
