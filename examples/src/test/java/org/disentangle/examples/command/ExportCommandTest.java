// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.disentangle.examples.onnx.OnnxFile;
import org.disentangle.model.ImagePreparation;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.model.TinyStyle;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.Versions;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {

  @TempDir Path folder;
  private Path model;
  private Path onnx;

  @BeforeEach
  void saveAModel() throws IOException {
    SharedSpark.session();
    model = folder.resolve("model");
    onnx = folder.resolve("onnx");
    TinyInfoGan.of(6).save(model.toString());
  }

  @Test
  void writesBothFilesAndAPage() throws IOException, OrtException {
    CommandRun run = success("export --model %s --names shape,x,y --onnx %s", model, onnx);
    assertTrue(run.out().contains("onnx: " + onnx), run::out);
    assertEquals(List.of("README.md", "encoder.onnx", "generator.onnx"), names(onnx));
    try (OnnxFile generator = file("generator.onnx");
        OnnxFile encoder = file("encoder.onnx")) {
      Map<String, long[]> shapes = generator.shapes();
      assertEquals(List.of("category_0", "codes", "noise", "image"), List.copyOf(shapes.keySet()));
      assertArrayEquals(new long[] {-1}, shapes.get("category_0"));
      assertArrayEquals(new long[] {-1, 2}, shapes.get("codes"));
      assertArrayEquals(new long[] {-1, 2}, shapes.get("noise"));
      assertArrayEquals(new long[] {-1, 1, 32, 32}, shapes.get("image"));
      assertEquals(List.of("image", "category_0", "codes"), List.copyOf(encoder.shapes().keySet()));
      assertEquals(generator.metadata(), encoder.metadata());
      describes(generator.metadata());
    }
    String page = Files.readString(onnx.resolve("README.md"));
    for (String line :
        List.of(
            "# InfoGanModel as ONNX",
            "    \"category_0\": draw.integers(4, size=8),",
            "    \"codes\": draw.uniform(-1, 1, (8, 2)).astype(np.float32),",
            "| `category_0` | int64 | shape: a whole number from 0 to 3 |",
            "| `codes` | float32, 2 values | x, y: from -1.0 to 1.0, uniform |")) {
      assertTrue(page.lines().anyMatch(line::equals), page);
    }
  }

  @Test
  void namesThatAreTooFewAreRefusedAsTheOption() {
    CommandRun run = CommandRun.of("export --model %s --names a,b --onnx %s", model, onnx);
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err().startsWith("disentangle export: parameter --names: found ['a', 'b']"), run::err);
  }

  private static void describes(Map<String, String> metadata) throws IOException {
    assertEquals("InfoGanModel", metadata.get("system"));
    assertEquals("4", metadata.get("iteration"));
    assertEquals(64, metadata.get("fingerprint").length());
    ObjectMapper json = new ObjectMapper();
    JsonNode codes = json.readTree(metadata.get("codes"));
    assertEquals(3, codes.size());
    assertEquals("shape", codes.at("/0/name").asText());
    assertEquals("category_0", codes.at("/0/tensor").asText());
    assertEquals(3, codes.at("/0/largest").asDouble());
    assertEquals("y", codes.at("/2/name").asText());
    assertEquals("codes", codes.at("/2/tensor").asText());
    assertEquals(1, codes.at("/2/index").asInt(-1));
    assertEquals(-1, codes.at("/2/least").asDouble());
    assertEquals(2, json.readTree(metadata.get("noise")).get("values").asInt());
    JsonNode image = json.readTree(metadata.get("image"));
    assertEquals("NCHW", image.get("layout").asText());
    assertEquals(32, image.get("width").asInt());
  }

  @Test
  void presetAndVersionAreThoseOfTheTraining() throws IOException, OrtException {
    success(
        "train --algorithm beta-vae --preset small32 --data dsprites:imageSize=32,sample=16 --batch-size 8"
            + " --max-iter 1 --checkpoint-interval 0 --out %s --overwrite",
        model);
    success("export --model %s --opset 17 --onnx %s", model, onnx);
    try (OnnxFile generator = file("generator.onnx")) {
      Map<String, String> metadata = generator.metadata();
      assertEquals("small32", metadata.get("preset"));
      assertEquals(Versions.LIBRARY, metadata.get("version"));
      assertTrue(metadata.get("trained_with").startsWith("BetaVae small32, "), metadata::toString);
    }
    String page = Files.readString(onnx.resolve("README.md"));
    assertTrue(page.contains("draw.normal(size=(8, "), page);
    assertTrue(page.contains("`log_variance`"), page);
    assertTrue(page.contains("ONNX opset 17."), page);
  }

  @Test
  void takesModelsOfStyleAndContent() throws IOException, OrtException {
    StyleContentModel styled = TinyStyle.of(5);
    styled.write().overwrite().save(model.toString());
    success("export --model %s --onnx %s", model, onnx);
    try (OnnxFile encoder = file("encoder.onnx")) {
      assertEquals(
          List.of("image", "specified", "unspecified", "log_variance"),
          List.copyOf(encoder.shapes().keySet()));
      assertTrue(encoder.metadata().get("codes").contains("carries the label"));
    }
    CommandRun named =
        CommandRun.of("export --model %s --names a,b --onnx %s --overwrite", model, onnx);
    assertEquals(2, named.exitCode());
    assertTrue(named.err().contains("called specified and unspecified"), named::err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--opset 16|parameter --opset: found 16; expected a number from 17 to 26",
        "--opset 27|parameter --opset: found 27",
        "--names a,b|expected 3 names",
        "--names a,b,a|expected"
      })
  void refusesWhatItCannotWrite(String options, String message) {
    CommandRun run = CommandRun.of("export --model %s --onnx %s %s", model, onnx, options);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(message), run::err);
    assertTrue(Files.notExists(onnx));
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    CommandRun nothing = CommandRun.of("export --model %s/no --onnx %s", folder, onnx);
    assertEquals(2, nothing.exitCode(), nothing::err);
    assertTrue(nothing.err().contains("found nothing"), nothing::err);
    PersistentStage other = new ImagePreparation();
    other.write().overwrite().save(model.toString());
    CommandRun stage = CommandRun.of("export --model %s --onnx %s", model, onnx);
    assertEquals(2, stage.exitCode(), stage::err);
    assertTrue(stage.err().contains("ImagePreparation"), stage::err);
    assertTrue(Files.notExists(onnx));
  }

  private OnnxFile file(String name) throws IOException, OrtException {
    return new OnnxFile(Files.readAllBytes(onnx.resolve(name)));
  }

  private static List<String> names(Path folder) {
    return List.of(folder.toFile().list()).stream().sorted().toList();
  }
}
