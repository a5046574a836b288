package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.onednn.OneDnnPass;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.procedure.TinySystems;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.vae.VaeNetworks;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes on oneDNN against passes through the layers, on the same weights and inputs. */
@Tag("train")
class EngineAgreementTest {

  private static final AdamSettings ADAM = AdamSettings.adversarial(1e-3);

  /** Largest relative error, in the Euclidean norm, of outputs and moving statistics. */
  private static final double OUTPUT = 1e-4;

  /**
   * The same of gradients. Larger, because among a million activations one may lie so near 0 that
   * rounding decides which slope of the rectifier it gets.
   */
  private static final double GRADIENT = 1e-2;

  /** Of gradients in networks of few activations. */
  private static final double SMALL_GRADIENT = 1e-4;

  /** Of codes; three labels. */
  private static final StyleContentNetworks.Sizes SIZES =
      new StyleContentNetworks.Sizes(7, 9, TinyStyleNetworks.CLASSES);

  /**
   * Its systems are compared by their layers and in their usual size: in a tiny one, sums over a
   * few activations that cancel are all rounding.
   */
  private static final String OOGAN = "OOGAN";

  private static final int BATCH = 16;
  private static final long LARGE = 1_000_000;
  private static final long SMALL = 20_000;

  @BeforeAll
  static void onlyWhereOneDnnRuns() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Engine.usesOneDnn(DataType.FLOAT));
  }

  @TestFactory
  List<DynamicTest> everyNetworkOfEveryPreset() {
    return each((name, architecture) -> dynamicTest(name, () -> compare(architecture)));
  }

  /** Pools hand sessions and models from thread to thread. */
  @TestFactory
  List<DynamicTest> anyThreadRunsWhatAnotherCompiled() {
    return each((name, architecture) -> dynamicTest(name, () -> move(architecture)));
  }

  private static List<DynamicTest> each(BiFunction<String, Architecture, DynamicTest> test) {
    Map<Architecture, String> names = new LinkedHashMap<>();
    for (InfoGanCrPreset preset : InfoGanCrPreset.values()) {
      name(names, preset.id(), preset.networks(new LatentSpace(3, 6)));
    }
    for (TinySystem system : TinySystems.ALL) {
      if (!system.name().startsWith(OOGAN)) {
        system.procedure().architectures().values().forEach(one -> name(names, system.name(), one));
      }
    }
    name(names, "autoencoder of 64 pixels", VaeNetworks.sprites64(10, 3));
    name(names, "autoencoder of 32 pixels", VaeNetworks.small32(6, 1));
    name(names, "specified and unspecified, 28 pixels", StyleContentNetworks.digits28(SIZES, 1));
    name(names, "specified and unspecified, 32 pixels", StyleContentNetworks.small32(SIZES, 3));
    IbGanNetworks.sprites64(10, 16, 3)
        .architectures()
        .values()
        .forEach(architecture -> name(names, "IB-GAN of 64 pixels", architecture));
    names.put(oddWidths(), "odd widths");
    names.put(TinyOoganNetworks.upwards(), "OOGAN's layers, maps from vectors");
    names.put(TinyOoganNetworks.downwards(), "OOGAN's layers, a head without layers");
    for (boolean on : new boolean[] {true, false}) {
      OoganNetworks.Parts parts = new OoganNetworks.Parts(on, on, on);
      OoganNetworks oogan = OoganNetworks.small32(TinyOoganNetworks.LATENT, 3, 16, parts);
      name(names, "OOGAN, parts " + on, oogan.generator(), oogan.discriminator(), oogan.codes());
    }
    List<DynamicTest> tests = new ArrayList<>();
    names.forEach((architecture, name) -> tests.add(test.apply(name, architecture)));
    return tests;
  }

  /** Presets share networks; each is compared once. */
  private static void name(
      Map<Architecture, String> names, String name, InfoGanCrNetworks networks) {
    name(names, name, networks.generator(), networks.discriminator(), networks.contrast());
  }

  private static void name(Map<Architecture, String> names, String name, VaeNetworks networks) {
    name(names, name, networks.encoder(), networks.decoder(), networks.tcDiscriminator());
  }

  private static void name(
      Map<Architecture, String> names, String name, StyleContentNetworks networks) {
    name(names, name, networks.encoder(), networks.decoder(), networks.discriminator());
  }

  private static void name(
      Map<Architecture, String> names, String name, Architecture... architectures) {
    for (Architecture architecture : architectures) {
      names.putIfAbsent(architecture, name + " " + architecture.name());
    }
  }

  /** Batch normalisation of vectors whose length is no multiple of 16, and no square in sight. */
  private static Architecture oddWidths() {
    return Architecture.sequential(
        "G",
        Extent.vector(5),
        List.of(
            new Dense("a", 33, false, Nonlinearity.TANH),
            new BatchNorm("a_bn", Nonlinearity.RELU),
            new Dense("b", 3 * 3 * 7, false, Nonlinearity.SIGMOID),
            new BatchNorm("b_bn", Nonlinearity.LEAKY_RELU),
            new TransposedConvolution("up1", 3, 9, 5, 2, Nonlinearity.IDENTITY),
            new BatchNorm("up1_bn", Nonlinearity.TANH),
            new TransposedConvolution("up2", 6, 5, 4, 2, Nonlinearity.SIGMOID)),
        InfoGanCrNetworks.IMAGE);
  }

  /** One pair of passes for all batch sizes in turn, so that each has to be compiled anew. */
  private static void compare(Architecture architecture) {
    Side fast = new Side(architecture, true);
    Side plain = new Side(architecture, false);
    boolean large = fast.network.graph().numParams() > LARGE;
    for (int batch : large ? new int[] {1, 15} : new int[] {1, 7, 64}) {
      long seed = batch;
      long[] shape = architecture.input().batch(batch);
      INDArray input = TinyNetworks.uniform(DataType.FLOAT, seed, -1, 1, shape);
      INDArray other = TinyNetworks.uniform(DataType.FLOAT, seed + 1, -1, 1, shape);
      fast.condition(batch);
      plain.condition(batch);
      forward(fast, plain, input, false);
      forward(fast, plain, other, true);
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      for (String head : architecture.heads().keySet()) {
        INDArray output = plain.first.head(head);
        gradients.put(
            head,
            TinyNetworks.uniform(
                DataType.FLOAT, seed + 2 + head.hashCode(), -1, 1, output.shape()));
      }
      backward(fast, plain, other, input, gradients);
      if (gradients.size() > 1) {
        gradients.forEach(
            (head, gradient) -> backward(fast, plain, input, other, Map.of(head, gradient)));
      }
    }
  }

  private static void move(Architecture architecture) throws Exception {
    Side fast = new Side(architecture, true);
    fast.condition(BATCH);
    List<INDArray> here = everything(fast);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertEquals(here, other.submit(() -> everything(fast)).get());
    } finally {
      other.shutdown();
    }
  }

  /** Outputs of all heads, and the gradient of the input where that of each output is itself. */
  private static List<INDArray> everything(Side side) {
    long[] shape = side.network.architecture().input().batch(BATCH);
    side.first.forward(TinyNetworks.uniform(DataType.FLOAT, 5, -1, 1, shape), true);
    Map<String, INDArray> outputs = new LinkedHashMap<>();
    for (String head : side.network.architecture().heads().keySet()) {
      outputs.put(head, side.first.head(head).dup('c'));
    }
    List<INDArray> found = new ArrayList<>(outputs.values());
    found.add(side.first.backward(outputs, true, true).dup('c'));
    return found;
  }

  private static void forward(Side fast, Side plain, INDArray input, boolean training) {
    fast.first.forward(input, training);
    plain.first.forward(input, training);
    for (String head : plain.network.architecture().heads().keySet()) {
      INDArray expected = plain.first.head(head);
      close(head, expected, fast.first.head(head), OUTPUT * norm(expected));
    }
  }

  /** Gradients added up over two passes, and the statistics both leave behind. */
  private static void backward(
      Side fast, Side plain, INDArray a, INDArray b, Map<String, INDArray> gradients) {
    INDArray expected = plain.run(a, b, gradients);
    INDArray actual = fast.run(a, b, gradients);
    double tolerance = fast.network.graph().numParams() < SMALL ? SMALL_GRADIENT : GRADIENT;
    close("gradient of the input", expected, actual, tolerance * norm(expected) + 1e-6);
    Map<String, INDArray> wanted = plain.gradients();
    double largest = wanted.values().stream().mapToDouble(g -> norm(g)).max().orElseThrow();
    fast.gradients()
        .forEach(
            (name, gradient) ->
                close(
                    name,
                    wanted.get(name),
                    gradient,
                    tolerance * Math.max(norm(wanted.get(name)), largest / 100)));
    Map<String, INDArray> parameters = plain.network.graph().paramTable();
    fast.network
        .graph()
        .paramTable()
        .forEach(
            (name, values) ->
                close(name, parameters.get(name), values, OUTPUT * norm(parameters.get(name))));
  }

  private static void close(String name, INDArray expected, INDArray actual, double allowed) {
    assertNotNull(actual, name);
    double worst = norm(expected.sub(actual.reshape('c', expected.shape())));
    assertTrue(
        worst <= allowed,
        String.format(Locale.ROOT, "%s differs by %s, allowed %s", name, worst, allowed));
  }

  private static double norm(INDArray array) {
    return array.norm2Number().doubleValue();
  }

  /** A network with two passes of one engine. */
  private static final class Side {

    private final Network network;
    private final Pass first;
    private final Pass second;

    Side(Architecture architecture, boolean oneDnn) {
      network = new Network(architecture, ADAM, DataType.FLOAT, 3);
      TinyNetworks.enliven(network.graph(), 4);
      network.prepare();
      first = oneDnn ? network.newPass() : new LayerwisePass(network);
      second = oneDnn ? network.newPass() : new LayerwisePass(network);
      assertTrue(oneDnn == first instanceof OneDnnPass);
    }

    /** Label i % 3 for image i in one pass, the next label in the other. */
    void condition(int batch) {
      int[] labels = IntStream.range(0, batch).map(i -> i % TinyStyleNetworks.CLASSES).toArray();
      first.condition(labels);
      second.condition(
          IntStream.of(labels).map(label -> (label + 1) % TinyStyleNetworks.CLASSES).toArray());
    }

    INDArray run(INDArray a, INDArray b, Map<String, INDArray> gradients) {
      first.forward(a, true);
      second.forward(b, true);
      network
          .architecture()
          .heads()
          .keySet()
          .forEach(
              head -> {
                first.head(head);
                second.head(head);
              });
      first.updateMovingStatistics();
      second.updateMovingStatistics();
      network.clearGradients();
      INDArray input = first.backward(gradients, true, true).dup('c');
      second.backward(gradients, false, true);
      TinyNetworks.gradient(network);
      return input;
    }

    Map<String, INDArray> gradients() {
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      for (var layer : network.graph().getLayers()) {
        String name = layer.conf().getLayer().getLayerName();
        for (String key : layer.paramTable().keySet()) {
          gradients.put(name + " " + key, network.layer(name).gradientView(key));
        }
      }
      return gradients;
    }
  }
}
