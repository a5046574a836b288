// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.procedure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.deeplearning4j.nn.api.Layer;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TripletProcedure;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.testing.EverySystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Whatever the Params: with the smallest batch that is allowed, every layer's weights move. */
@Tag("train")
class EveryNetworkLearnsTest {

  private static final Map<String, Function<Integer, TrainingProcedure>> SYSTEMS =
      new LinkedHashMap<>();

  static {
    for (Estimator<?> system : EverySystem.small()) {
      SYSTEMS.put(
          system.getClass().getSimpleName(),
          batch -> procedure(EverySystem.with(system, Map.of("batchSize", batch, "crStart", 0L))));
    }
    for (String preset : List.of("dsprites", "mnist28")) {
      add("InfoGan " + preset, batch -> infoGan(preset, batch));
    }
    add("InfoGan without lambda", batch -> infoGan("small32", batch).setLambda(0));
    add(
        "InfoGan without lambdas",
        batch ->
            infoGan("mnist28", batch).setQVariance("learned").setLambda(0).setLambdaCategorical(0));
    add("InfoGan with packs", batch -> infoGan("mnist28", batch).setPackSize(2));
    add("InfoGan with categories", batch -> infoGan("small32", batch).setCategories(3, 2));
    for (String preset : List.of("dsprites", "celeba32")) {
      add("InfoGanCr " + preset, batch -> infoGanCr(preset, batch));
    }
    add("InfoGanCr without lambda", batch -> infoGanCr("small32", batch).setLambda(0));
    add("InfoGanCr with gammaTc", batch -> infoGanCr("small32", batch).setGammaTc(1));
    for (String preset : List.of("dsprites", "mnist28", "svhn32")) {
      add("InfoGan with OOGAN's parts " + preset, batch -> plugged(infoGan(preset, batch)));
    }
    for (String preset : List.of("dsprites", "celeba32")) {
      add("InfoGanCr with OOGAN's parts " + preset, batch -> plugged(infoGanCr(preset, batch)));
    }
    add(
        "InfoGanCr with a grouped Q and gammaTc",
        batch -> infoGanCr("small32", batch).setGrouped(true).setGammaTc(1));
    for (String preset : List.of("dsprites", "small32")) {
      add(
          "IbGan with OOGAN's parts " + preset,
          batch -> plugged(new IbGan().setPreset(preset).setBatchSize(batch)));
    }
    add(
        "Oogan with variances",
        batch -> new Oogan().setPreset("small32").setProbabilistic(true).setBatchSize(batch));
    for (String preset : List.of("mnist28", "paper32")) {
      add("Oogan " + preset, batch -> new Oogan().setPreset(preset).setBatchSize(batch));
    }
    add(
        "Oogan mnist28 with variances",
        batch -> new Oogan().setPreset("mnist28").setProbabilistic(true).setBatchSize(batch));
    add(
        "Oogan without weights",
        batch ->
            new Oogan()
                .setPreset("small32")
                .setProbabilistic(true)
                .setLambda(0)
                .setGamma(0)
                .setBatchSize(batch));
    add(
        "IbGan without beta",
        batch -> new IbGan().setPreset("small32").setBeta(0).setBatchSize(batch));
    add("FactorVae without gamma", batch -> factorVae(batch).setGamma(0));
    add("FactorVae with alpha", batch -> factorVae(batch).setAlpha(1).setCrStart(0));
  }

  private static void add(String name, Function<Integer, DisentanglingEstimator<?, ?, ?>> system) {
    SYSTEMS.put(name, batch -> procedure(system.apply(batch)));
  }

  private static <E extends HasPluggedParts<E>> E plugged(E system) {
    return system.setOneHot(true).setCompeteFree(true).setGrouped(true);
  }

  private static InfoGan infoGan(String preset, int batch) {
    return new InfoGan().setPreset(preset).setBatchSize(batch);
  }

  private static InfoGanCr infoGanCr(String preset, int batch) {
    return new InfoGanCr().setPreset(preset).setAlpha(1).setCrStart(0).setBatchSize(batch);
  }

  private static FactorVae factorVae(int batch) {
    return new FactorVae().setPreset("small32").setBatchSize(batch);
  }

  static Stream<String> systems() {
    return SYSTEMS.keySet().stream();
  }

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void withTheSmallestBatch(String system) {
    int least = SYSTEMS.get(system).apply(64).leastBatch().images();
    TrainingProcedure procedure = SYSTEMS.get(system).apply(least);
    assertTrue(procedure.leastBatch().allows(least));
    TrainingState first;
    TrainingState third;
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(1));
      step(procedure, session);
      first = session.save();
      step(procedure, session);
      step(procedure, session);
      third = session.save();
    }
    assertEquals(first.networks().keySet(), procedure.architectures().keySet());
    List<String> still = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, Architecture> network : procedure.architectures().entrySet()) {
      String name = network.getKey();
      List<Map<String, float[]>> both =
          weights(network.getValue(), List.of(first.network(name), third.network(name)));
      Map<String, float[]> before = both.get(0);
      Map<String, float[]> after = both.get(1);
      assertFalse(before.isEmpty());
      compared += before.size();
      before.forEach(
          (layer, values) -> {
            if (Arrays.equals(values, after.get(layer))) {
              still.add(String.format(Locale.ROOT, "%s of %s", layer, name));
            }
          });
    }
    assertTrue(compared > 5);
    // where another network judges packs, D is Q alone, and its own judgement is not asked for
    List<String> unused = system.contains("packs") ? List.of("real W of D") : List.of();
    assertEquals(unused, still, "weights that stay as they are");
  }

  private static void step(TrainingProcedure procedure, WorkerSession session) {
    long iteration = session.save().iteration();
    session.step(pixels(procedure, iteration), 7 + iteration);
  }

  private static float[] pixels(TrainingProcedure procedure, long seed) {
    boolean triplets = procedure instanceof TripletProcedure;
    int rows = procedure.batchSize() * (triplets ? 3 : 1);
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[rows * procedure.pixelsPerImage()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    if (triplets) {
      LabelledPixels labelled = ((TripletProcedure) procedure).labelled();
      for (int row = 0; row < rows; row++) {
        int label = row % 2;
        int at = row * labelled.size();
        float[] image = Arrays.copyOfRange(pixels, at, at + labelled.numPixels());
        System.arraycopy(labelled.join(image, label), 0, pixels, at, labelled.size());
      }
    }
    return pixels;
  }

  /**
   * Trained weights in some states, by layer and name, biases left out: some are undone by
   * normalisation.
   */
  private static List<Map<String, float[]>> weights(
      Architecture architecture, List<NetworkState> states) {
    List<Map<String, float[]>> all = new ArrayList<>();
    try (Network network = new Network(architecture, AdamSettings.usual(1e-3), DataType.FLOAT, 0)) {
      for (NetworkState state : states) {
        network.load(state);
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Layer layer : network.graph().getLayers()) {
          var conf = layer.conf().getLayer();
          for (String key : conf.initializer().weightKeys(conf)) {
            weights.put(
                conf.getLayerName() + " " + key, layer.getParam(key).dup().data().asFloat());
          }
        }
        all.add(weights);
      }
    }
    return all;
  }
}
