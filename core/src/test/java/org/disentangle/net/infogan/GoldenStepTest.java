// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.infogan.InfoGanSession.GeneratorLosses;
import org.disentangle.net.infogan.InfoGanSession.InfoGanDraws;
import org.disentangle.net.infogan.InfoGanSession.StepLosses;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Whole iterations against weights and losses an independent implementation computed in double
 * precision.
 */
class GoldenStepTest {

  private static final double DOUBLE_LOSS = 1e-6;
  private static final double DOUBLE_WEIGHT = 1e-5;
  private static final double FLOAT_LOSS = 1e-3;

  @TestFactory
  List<DynamicTest> everyStepInDoubleAndFloat() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path step : steps()) {
      tests.add(dynamicTest(step.getFileName() + " double", () -> run(step, DataType.DOUBLE)));
      tests.add(dynamicTest(step.getFileName() + " float", () -> run(step, DataType.FLOAT)));
    }
    assertTrue(!tests.isEmpty(), "no golden steps found");
    return tests;
  }

  private static List<Path> steps() throws IOException {
    String replaced = System.getProperty("golden.dir");
    Path root = replaced == null ? SharedSpark.testData().resolve("golden") : Path.of(replaced);
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(f -> Files.exists(f.resolve("losses.json"))).sorted().toList();
    }
  }

  private static void run(Path folder, DataType type) throws IOException {
    JsonNode facts = new ObjectMapper().readTree(folder.resolve("losses.json").toFile());
    InfoGanProcedure procedure = procedure(facts);
    boolean contrastive = procedure.contrast().alpha() > 0;
    List<String> networks = contrastive ? List.of("G", "D", "H") : List.of("G", "D");
    InfoGanSession session = new InfoGanSession(procedure, type);
    for (String name : networks) {
      forEachArray(
          folder.resolve("step0").resolve(name),
          (layer, key, values) -> parameter(session, name, layer, key).assign(values));
    }
    for (int i = 1; i <= facts.get("iterations").asInt(); i++) {
      Path input = folder.resolve("input" + i);
      ContrastivePairs pairs =
          contrastive
              ? new ContrastivePairs(
                  floats(input.resolve("zA.npy")),
                  floats(input.resolve("zB.npy")),
                  read(input.resolve("index.npy")).toIntVector())
              : null;
      StepLosses losses =
          session.alternate(
              floats(input.resolve("x.npy")),
              new InfoGanDraws(floats(input.resolve("z.npy")), pairs, null, null, null));
      compare(facts.get("losses").get(i - 1), losses, type);
      Path after = folder.resolve("step" + i);
      if (type == DataType.DOUBLE && Files.exists(after)) {
        for (String name : networks) {
          forEachArray(
              after.resolve(name),
              (layer, key, values) -> {
                INDArray actual = parameter(session, name, layer, key);
                double worst =
                    actual.sub(values.castTo(DataType.DOUBLE)).amaxNumber().doubleValue();
                assertTrue(
                    worst <= DOUBLE_WEIGHT,
                    after.resolve(name) + " " + layer + " " + key + " differs by " + worst);
              });
        }
      }
    }
  }

  private static InfoGanProcedure procedure(JsonNode facts) {
    LatentSpace latent =
        new LatentSpace(facts.get("numCodes").asInt(), facts.get("noiseDim").asInt());
    return new InfoGanProcedure(
        InfoGanCrNetworks.sprites64(latent, facts.get("channels").asInt(), true),
        latent,
        facts.get("batch").asInt(),
        facts.get("lambda_").asDouble(),
        ContrastSchedule.published(
            facts.get("alpha").asDouble(), 0, facts.get("gap").asDouble(), Long.MAX_VALUE, 0),
        InfoGanOptimisers.adversarial(
            facts.get("lrG").asDouble(), facts.get("lrD").asDouble(), facts.get("lrH").asDouble()));
  }

  private static void compare(JsonNode expected, StepLosses actual, DataType type) {
    double tolerance = type == DataType.DOUBLE ? DOUBLE_LOSS : FLOAT_LOSS;
    if (expected.has("H")) {
      assertEquals(expected.get("H").asDouble(), actual.contrast(), tolerance, "H");
    }
    assertEquals(expected.get("D").asDouble(), actual.discriminator(), tolerance, "D");
    assertEquals(expected.get("Q_at_D").asDouble(), actual.codes().value(), tolerance, "Q_at_D");
    compare(expected, "G1", actual.generator().get(0), tolerance);
    compare(expected, "G2", actual.generator().get(1), tolerance);
  }

  private static void compare(
      JsonNode expected, String step, GeneratorLosses actual, double tolerance) {
    assertEquals(
        expected.get(step + "_adv").asDouble(), actual.adversarial(), tolerance, step + "_adv");
    assertEquals(expected.get(step + "_Q").asDouble(), actual.codes(), tolerance, step + "_Q");
    if (expected.has(step + "_CR")) {
      assertEquals(
          expected.get(step + "_CR").asDouble(), actual.contrastive(), tolerance, step + "_CR");
    }
  }

  private static INDArray parameter(
      InfoGanSession session, String network, String layer, String key) {
    INDArray parameter = session.network(network).graph().getLayer(layer).getParam(key);
    assertTrue(parameter != null, "no parameter " + key + " in " + network + " " + layer);
    return parameter;
  }

  private interface ArrayVisitor {
    void visit(String layer, String key, INDArray values);
  }

  /** LAYER/KEY.npy and LAYER/bn/KEY.npy, the latter under the layer name LAYER_bn. */
  private static void forEachArray(Path network, ArrayVisitor visitor) throws IOException {
    try (Stream<Path> files = Files.walk(network)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".npy")).toList()) {
        Path relative = network.relativize(file);
        String layer = relative.getName(0).toString() + (relative.getNameCount() == 3 ? "_bn" : "");
        INDArray values = read(file);
        String key = file.getFileName().toString().replace(".npy", "");
        visitor.visit(layer, key, values);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static INDArray read(Path file) {
    return Nd4j.createFromNpyFile(file.toFile());
  }

  private static float[] floats(Path file) {
    INDArray values = read(file).castTo(DataType.FLOAT);
    return values.reshape(values.length()).toFloatVector();
  }
}
