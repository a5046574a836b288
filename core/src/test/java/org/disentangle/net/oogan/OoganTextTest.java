// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.TinyOoganNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedGroupedConvolution;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganSession.OoganDraws;
import org.disentangle.net.procedure.CodeSampling;
import org.disentangle.net.procedure.Orthogonality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * OOGAN as the paper's text has it: tables, categorical codes, normal noise, the absolute
 * difference and what figure 10 watches, with gradients against finite differences in doubles.
 */
@Tag("train")
class OoganTextTest {

  private static final double STANDSTILL = 1e-30;
  private static final int CATEGORIES = 3;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @Test
  void theTables() {
    LatentSpace latent = new LatentSpace(10, 50, Prior.UNIFORM, List.of(), Prior.NORMAL);
    Parts all = new Parts(true, true, false);
    OoganNetworks of64 = OoganNetworks.table64(latent, 1, 64, all);
    assertEquals(
        List.of("512x4x4", "256x4x4", "256x8x8", "128x16x16", "64x32x32", "1x64x64"),
        outputs(of64.generator(), OoganNetworks.IMAGE));
    assertEquals(
        List.of("10x16x16", "10x4x4", "10x0x0"), outputs(of64.codes(), OoganNetworks.MEAN));
    assertEquals(List.of("conv1", "conv2"), of64.orthogonal());
    OoganNetworks of128 = OoganNetworks.table128(latent, 3, 64, all);
    assertEquals("3x128x128", last(outputs(of128.generator(), OoganNetworks.IMAGE)));
    assertEquals(
        List.of(
            "64x128x128", "128x128x128", "256x64x64", "256x32x32", "512x16x16", "512x8x8", "1x0x0"),
        outputs(of128.discriminator(), OoganNetworks.REAL));
    OoganNetworks of28 = OoganNetworks.table28(latent, 1, 16, all);
    assertEquals("1x28x28", last(outputs(of28.generator(), OoganNetworks.IMAGE)));
    for (OoganNetworks networks : List.of(of64, of128, of28)) {
      for (Architecture network : networks.architectures().values()) {
        requireSpectral(network);
      }
    }
  }

  private static String last(List<String> all) {
    return all.get(all.size() - 1);
  }

  private static void requireSpectral(Architecture network) {
    List<Architecture.Node> nodes = new ArrayList<>(network.trunkNodes());
    network.heads().keySet().forEach(head -> nodes.addAll(network.headNodes(head)));
    int convolutions = 0;
    for (Architecture.Node node : nodes) {
      FusedLayer layer = node.spec().configure(node.arranged());
      if (layer instanceof FusedConvolution || layer instanceof FusedGroupedConvolution) {
        assertTrue(layer.isSpectral(), network.name() + " " + node.spec().name());
        convolutions++;
      }
    }
    assertTrue(convolutions >= 2, network.name());
  }

  private static List<String> outputs(Architecture architecture, String head) {
    List<Architecture.Node> nodes = new ArrayList<>(architecture.trunkNodes());
    nodes.addAll(architecture.headNodes(head));
    return nodes.stream()
        .filter(node -> node.spec().configure(node.arranged()).weightShape().length > 1)
        .map(Architecture.Node::output)
        .map(e -> e.channels() + "x" + e.height() + "x" + e.width())
        .toList();
  }

  private static OoganSession session(OoganProcedure oogan, long iteration) {
    OoganSession session = new OoganSession(oogan, DataType.DOUBLE);
    session.load(new TrainingState(iteration, oogan.initialState(1).networks()));
    for (String name : oogan.initialState(1).networks().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
      TinyNetworks.converge(session.network(name));
    }
    return session;
  }

  /** Uniform draws at 5 and 9, one-hot ones at 4. */
  @ParameterizedTest
  @CsvSource({"4, false", "5, false", "4, true", "5, true"})
  void gradientsOfTheInformationStep(long iteration, boolean probabilistic) {
    OoganProcedure oogan = TinyOoganNetworks.text(probabilistic, STANDSTILL);
    try (OoganSession session = session(oogan, iteration)) {
      CodeSampling.Draw draw =
          OoganDraws.of(oogan, iteration, new SplittableRandom(7)).information();
      DoubleSupplier loss =
          () -> {
            double[] found = information(session, oogan, draw);
            return 0.7 * found[0] + 1.5 * found[1] + 0.3 * cosines(session, oogan);
          };
      session.generate(draw);
      session.accumulateInformation(draw);
      for (String name : List.of(OoganProcedure.G, OoganProcedure.Q)) {
        int moving = FiniteDifferences.requireSome(session.network(name), loss, 3);
        assertTrue(moving > 5, name + ": only " + moving + " gradients are not 0");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theHistoryHasTheDifferenceByKindOfDraw(long iteration) {
    for (boolean probabilistic : new boolean[] {false, true}) {
      OoganProcedure oogan = TinyOoganNetworks.text(probabilistic, STANDSTILL);
      try (OoganSession session = session(oogan, iteration)) {
        OoganDraws draws = OoganDraws.of(oogan, iteration, new SplittableRandom(7));
        double[] expected = information(session, oogan, draws.information());
        LossValues found = session.step(TinyNetworks.pixels(1, ROWS * 28 * 28), draws);
        boolean oneHot = iteration == 4;
        assertEquals(expected[0], found.of("Q"), 1e-9);
        assertEquals(oneHot ? expected[1] : 0, found.of("oneHot"), 1e-9);
        assertEquals(oneHot ? 0 : expected[2], found.of("L1_uniform"), 1e-9);
        assertEquals(oneHot ? expected[2] : 0, found.of("L1_oneHot"), 1e-9);
        assertEquals(!oneHot, oogan.isActive("L1_uniform", iteration));
        assertEquals(oneHot, oogan.isActive("L1_oneHot", iteration));
        assertEquals(probabilistic, oogan.isActive("totalCorrelation", iteration));
        assertEquals(probabilistic, found.of("totalCorrelation") != 0);
      }
    }
  }

  /** Cross-entropy of the category plus distance or likelihood; one-hot; mean difference. */
  private static double[] information(
      OoganSession session, OoganProcedure oogan, CodeSampling.Draw draw) {
    Network g = session.network(OoganProcedure.G);
    Network d = session.network(OoganProcedure.D);
    Network q = session.network(OoganProcedure.Q);
    g.prepare();
    q.prepare();
    Pass generated = g.newPass();
    generated.forward(
        Nd4j.createFromArray(oogan.latent().input(draw.latents()))
            .reshape('c', ROWS, oogan.latent().inputSize())
            .castTo(DataType.DOUBLE),
        true);
    Pass shared = d.newPass();
    shared.forward(generated.head(OoganNetworks.IMAGE), true);
    Pass coded = q.newPass();
    coded.forward(shared.head(OoganNetworks.FEATURES), true);
    INDArray mean = coded.head(OoganNetworks.MEAN);
    double sum = 0;
    double oneHot = 0;
    double absolute = 0;
    for (int row = 0; row < ROWS; row++) {
      int at = row * oogan.latent().size();
      sum -= logSoftmax(mean, row, 0, CATEGORIES, (int) draw.latents()[at]);
      for (int code = 0; code < 2; code++) {
        double difference = mean.getDouble(row, CATEGORIES + code) - draw.latents()[at + 1 + code];
        absolute += Math.abs(difference) / 2;
        if (oogan.networks().probabilistic()) {
          double logVariance = coded.head(OoganNetworks.LOG_VARIANCE).getDouble(row, code);
          sum +=
              (difference * difference / Math.exp(logVariance)
                      + logVariance
                      + Math.log(2 * Math.PI))
                  / 2;
        } else {
          sum += Math.abs(difference);
        }
      }
      if (draw.index() != null) {
        oneHot -= logSoftmax(mean, row, CATEGORIES, 2, draw.index()[row]);
      }
    }
    return new double[] {sum / ROWS, oneHot / ROWS, absolute / ROWS};
  }

  private static double logSoftmax(INDArray logits, int row, int from, int count, int index) {
    double total = 0;
    for (int i = from; i < from + count; i++) {
      total += Math.exp(logits.getDouble(row, i));
    }
    return logits.getDouble(row, from + index) - Math.log(total);
  }

  private static double cosines(OoganSession session, OoganProcedure oogan) {
    double sum = 0;
    for (String layer : oogan.networks().orthogonal()) {
      sum +=
          Orthogonality.of(session.network(OoganProcedure.Q).graph().getLayer(layer).getParam("W"))
              .value();
    }
    return sum;
  }

  /** Codes that are one and the same have a large total correlation, independent ones none. */
  @Test
  void theCorrelationTellsEqualCodesFromIndependentOnes() {
    int rows = 200;
    INDArray independent = TinyNetworks.uniform(DataType.DOUBLE, 1, -1, 1, rows, 2);
    INDArray equal = independent.dup();
    for (int row = 0; row < rows; row++) {
      equal.putScalar(row, 1, equal.getDouble(row, 0));
    }
    INDArray logVariance = independent.mul(0).addi(Math.log(0.01));
    assertEquals(
        0, BatchCorrelation.of(independent, logVariance, 0, new SplittableRandom(3)), 0.25);
    assertTrue(BatchCorrelation.of(equal, logVariance, 0, new SplittableRandom(3)) > 1);
  }
}
