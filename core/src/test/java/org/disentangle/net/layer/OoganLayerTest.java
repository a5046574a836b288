// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.OoganLayerSpec.AveragePool;
import org.disentangle.net.architecture.OoganLayerSpec.CompeteFree;
import org.disentangle.net.architecture.OoganLayerSpec.GroupedConvolution;
import org.disentangle.net.architecture.OoganLayerSpec.Upsample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/** Outputs of OOGAN's layers against their definitions, value by value. */
class OoganLayerTest {

  private static final int ROWS = 2;
  private static final Nonlinearity NONE = Nonlinearity.IDENTITY;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private record Run(INDArray input, INDArray output, Map<String, INDArray> parameters) {}

  private static Run run(DataType type, Extent extent, LayerSpec spec) {
    Architecture architecture =
        new Architecture("N", extent, List.of(spec), Map.of("out", List.of()));
    ComputationGraph graph = GraphBuilder.build(architecture, type, 3, new NoOp());
    TinyNetworks.enliven(graph, 4);
    INDArray input = TinyNetworks.uniform(type, 5, -1, 1, extent.batch(ROWS));
    return new Run(input, graph.output(false, input)[0], graph.getLayer("l").paramTable());
  }

  private static void close(double expected, INDArray actual, int... at) {
    assertEquals(expected, actual.getDouble(at), 1e-5 * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void poolingTakesMeansOfSquares(DataType type) {
    Run run = run(type, new Extent(3, 6, 5), new AveragePool("l", NONE));
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 2; x++) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
          sum += run.input().getDouble(1, 2, 2 * y + i / 2, 2 * x + i % 2);
        }
        close(sum / 4, run.output(), 1, 2, y, x);
      }
    }
    assertEquals(0, run.parameters().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void upsamplingReadsBetweenPixelCentres(boolean bilinear) {
    Run run = run(DataType.FLOAT, new Extent(2, 4, 3), new Upsample("l", bilinear, NONE));
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 6; x++) {
        double expected =
            bilinear
                ? between(run.input(), (y + 0.5) / 2 - 0.5, (x + 0.5) / 2 - 0.5)
                : run.input().getDouble(1, 1, y / 2, x / 2);
        close(expected, run.output(), 1, 1, y, x);
      }
    }
  }

  private static double between(INDArray maps, double y, double x) {
    double sum = 0;
    for (int row = -1; row <= 4; row++) {
      for (int column = -1; column <= 3; column++) {
        double weight = Math.max(0, 1 - Math.abs(y - row)) * Math.max(0, 1 - Math.abs(x - column));
        sum +=
            weight
                * maps.getDouble(
                    1, 1, Math.min(3, Math.max(0, row)), Math.min(2, Math.max(0, column)));
      }
    }
    return sum;
  }

  @Test
  void filtersSeeTheirGroupAlone() {
    Run run =
        run(DataType.FLOAT, new Extent(6, 5, 5), new GroupedConvolution("l", 3, 6, 3, 1, NONE));
    INDArray weight = run.parameters().get("W");
    assertEquals(6 * 2 * 3 * 3, weight.length());
    for (int filter = 0; filter < 6; filter++) {
      double sum = run.parameters().get("b").getDouble(filter);
      for (int channel = 0; channel < 2; channel++) {
        for (int i = 0; i < 9; i++) {
          sum +=
              weight.getDouble(filter, channel, i / 3, i % 3)
                  * run.input().getDouble(1, filter / 2 * 2 + channel, 1 + i / 3, 2 + i % 3);
        }
      }
      close(sum, run.output(), 1, filter, 2, 3);
    }
  }

  @Test
  void competeFreeInputIsItsFormula() {
    Run run = run(DataType.FLOAT, Extent.vector(5), new CompeteFree("l", 2, 3, 4, NONE));
    Map<String, INDArray> p = run.parameters();
    for (int value = 0; value < 48; value++) {
      double codes = p.get("constant").getDouble(value);
      double noise = 0;
      for (int i = 0; i < 2; i++) {
        codes += p.get("codes").getDouble(value, i) * run.input().getDouble(1, i);
      }
      for (int i = 0; i < 3; i++) {
        noise += p.get("noise").getDouble(value, i) * run.input().getDouble(1, 2 + i);
      }
      close(
          codes + 3 * mask(run, value / 16) * noise,
          run.output(),
          1,
          value / 16,
          value / 4 % 4,
          value % 4);
    }
  }

  private static double mask(Run run, int filter) {
    double mask = run.parameters().get("maskBias").getDouble(filter);
    for (int unit = 0; unit < 4; unit++) {
      double hidden = run.parameters().get("hiddenBias").getDouble(unit);
      for (int i = 0; i < 2; i++) {
        hidden += run.parameters().get("hidden").getDouble(unit, i) * run.input().getDouble(1, i);
      }
      mask += run.parameters().get("mask").getDouble(filter, unit) * Math.max(0, hidden);
    }
    return mask;
  }

  @Test
  void theMaskStartsNearOne() {
    Architecture architecture =
        Architecture.sequential(
            "N",
            Extent.vector(5),
            List.of(new CompeteFree("l", 2, 8, 8, NONE), new Upsample("up", true, NONE)),
            "out");
    ComputationGraph graph = GraphBuilder.build(architecture, DataType.FLOAT, 3, new NoOp());
    LayerPass pass = new LayerPass();
    ((FusedRuntime<?>) graph.getLayer("l"))
        .forward(pass, TinyNetworks.uniform(DataType.FLOAT, 1, -1, 1, 9, 5), true);
    assertEquals(1, pass.mask.meanNumber().doubleValue(), 0.05);
  }

  @Test
  void impossibleSizesAreRefused() {
    assertRefused(() -> new FusedGroupedConvolution("l", 3, 6, 4, 3, 1, NONE));
    assertRefused(() -> new FusedGroupedConvolution("l", 3, 4, 6, 3, 1, NONE));
    assertRefused(() -> new FusedCompeteFree("l", 3, 0, 6, 3, NONE));
  }

  private static void assertRefused(Runnable construction) {
    String message = assertThrows(InvalidInputException.class, construction::run).getMessage();
  }

  @Test
  void layersThatDifferAreNotEqual() {
    assertEquals(new FusedUpsample("l", 2, true, NONE), new FusedUpsample("l", 2, true, NONE));
    assertNotEquals(new FusedUpsample("l", 2, true, NONE), new FusedUpsample("l", 2, false, NONE));
    assertNotEquals(new FusedAveragePool("l", 2, NONE), new FusedAveragePool("l", 3, NONE));
    assertNotEquals(
        new FusedGroupedConvolution("l", 2, 4, 4, 3, 1, NONE),
        new FusedGroupedConvolution("l", 4, 4, 4, 3, 1, NONE));
    FusedCompeteFree layer = new FusedCompeteFree("l", 2, 3, 4, 5, NONE);
    assertEquals(layer, new FusedCompeteFree("l", 2, 3, 4, 5, NONE));
    assertNotEquals(layer, new FusedCompeteFree("l", 2, 3, 4, 6, NONE));
    assertNotEquals(layer, new FusedCompeteFree("l", 3, 2, 4, 5, NONE));
    NeuralNetConfiguration conf = new NeuralNetConfiguration.Builder().layer(layer).build();
    assertEquals(layer, NeuralNetConfiguration.fromJson(conf.toJson()).getLayer());
  }
}
