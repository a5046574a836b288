// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** CR comes on at iteration 3, its gap falls from 1.9 to 0 at iteration 6. */
class InfoGanScheduleTest {

  private static final InfoGanProcedure ON = TinyNetworks.procedure(2);
  private static final InfoGanProcedure OFF = TinyNetworks.procedure(0);

  @Test
  void switchesComeInOrder() {
    assertEquals(3, ON.nextSwitch(0));
    assertEquals(3, ON.nextSwitch(2));
    assertEquals(6, ON.nextSwitch(3));
    assertEquals(6, ON.nextSwitch(5));
    assertEquals(Long.MAX_VALUE, ON.nextSwitch(6));
    assertEquals(Long.MAX_VALUE, OFF.nextSwitch(0));
  }

  @Test
  void gapFallsAtItsSwitch() {
    assertEquals(1.9, ON.contrast().gapAt(5));
    assertEquals(0, ON.contrast().gapAt(6));
    assertEquals(0, ON.contrast().gapAt(7));
  }

  /** In three equal steps from its switch on, at which H goes on as it was. */
  @Test
  void gapFallsSmoothlyWhereAsked() {
    ContrastSchedule falling = new ContrastSchedule(2, 3, 1.5, 6, 0.75, 3, PairDesign.STANDARD, 0);
    double[] gaps = LongStream.rangeClosed(5, 9).mapToDouble(falling::gapAt).toArray();
    assertArrayEquals(new double[] {1.5, 1.25, 1, 0.75, 0.75}, gaps, 1e-15);
    assertTrue(falling.isSwitch(3));
    assertFalse(falling.isSwitch(6));
    assertEquals(3, falling.nextSwitch(0));
    assertEquals(Long.MAX_VALUE, falling.nextSwitch(3));
    assertFalse(falling.isPublished());
  }

  /** In steps of a quarter from iteration 3 on; at once without a rise. */
  @Test
  void alphaRisesInEqualSteps() {
    ContrastSchedule rising = TinyNetworks.procedure(2, 4).contrast();
    assertFalse(rising.isOn(2));
    double[] alphas = LongStream.rangeClosed(3, 8).mapToDouble(rising::alphaAt).toArray();
    assertArrayEquals(new double[] {0.5, 1, 1.5, 2, 2, 2}, alphas);
    assertEquals(2, ON.contrast().alphaAt(3));
    assertEquals(2, ON.contrast().alphaAt(Long.MAX_VALUE - 1));
  }

  @Test
  void contrastiveLossesAreActiveOnceAlphaIsOn() {
    for (String loss : ON.lossNames()) {
      boolean contrastive = loss.equals("CR") || loss.equals("H");
      assertEquals(!contrastive, ON.isActive(loss, 2), loss);
      assertTrue(ON.isActive(loss, 3), loss);
      assertEquals(!contrastive, OFF.isActive(loss, 100), loss);
    }
  }

  @Test
  void nothingHappensBetweenSwitchesOrWithoutAlpha() {
    for (long iteration : new long[] {0, 2, 4, 7}) {
      TrainingState state = state(ON, iteration);
      assertSame(state, ON.applySwitch(state, 1));
    }
    TrainingState state = state(OFF, 3);
    assertSame(state, OFF.applySwitch(state, 1));
  }

  @ParameterizedTest(name = "spectral norm {0}")
  @ValueSource(booleans = {true, false})
  void contrastStartsAfreshAndKeepsItsUntrainedState(boolean spectral) {
    InfoGanProcedure procedure = TinyNetworks.procedure(TinyNetworks.networks(spectral), 2);
    TrainingState before = state(procedure, 3);
    TrainingState after = procedure.applySwitch(before, 9);
    assertEquals(3, after.iteration());
    assertEquals(before.network("G"), after.network("G"));
    assertEquals(before.network("D"), after.network("D"));
    NetworkState contrast = after.network("H");
    assertEquals(0, contrast.updates());
    assertArrayEquals(new float[contrast.updaterState().length], contrast.updaterState());
    Map<String, INDArray> old = parameters(procedure, before);
    parameters(procedure, after)
        .forEach(
            (name, values) -> {
              String kind = name.substring(name.lastIndexOf('_') + 1);
              switch (kind) {
                case "u", "mean", "var" -> assertEquals(old.get(name), values, name);
                case "b", "beta" -> assertEquals(0, values.amaxNumber().doubleValue(), name);
                case "gamma" -> assertEquals(1, values.aminNumber().doubleValue(), name);
                default -> {
                  assertNotEquals(old.get(name), values, name);
                  double largest = values.amaxNumber().doubleValue();
                  assertTrue(largest > 0.01 && largest < 0.1, name + " up to " + largest);
                }
              }
            });
  }

  @Test
  void newWeightsFollowFromTheSeedAndTheSwitch() {
    TrainingState state = state(ON, 3);
    float[] once = ON.applySwitch(state, 9).network("H").parameters();
    assertArrayEquals(once, ON.applySwitch(state, 9).network("H").parameters());
    assertFalse(Arrays.equals(once, ON.applySwitch(state, 10).network("H").parameters()));
    TrainingState later = new TrainingState(6, state.networks());
    assertFalse(Arrays.equals(once, ON.applySwitch(later, 9).network("H").parameters()));
  }

  @Test
  void initialWeightsFollowFromTheSeed() {
    TrainingState state = ON.initialState(4);
    assertEquals(0, state.iteration());
    assertEquals(state, ON.initialState(4));
    for (String name : new String[] {"G", "D", "H"}) {
      assertNotEquals(state.network(name), ON.initialState(5).network(name));
    }
  }

  /** Every value of H away from where it starts. */
  private static TrainingState state(InfoGanProcedure procedure, long iteration) {
    TrainingState fresh = procedure.initialState(1);
    Network contrast = contrast(procedure);
    contrast.load(fresh.network("H"));
    TinyNetworks.enliven(contrast.graph(), 2);
    NetworkState live = contrast.save();
    float[] moments = live.updaterState().clone();
    Arrays.fill(moments, 0.5f);
    TreeMap<String, NetworkState> networks = new TreeMap<>(fresh.networks());
    networks.put("H", new NetworkState(live.parameters(), moments, 3));
    return new TrainingState(iteration, networks);
  }

  private static Map<String, INDArray> parameters(InfoGanProcedure procedure, TrainingState state) {
    Network contrast = contrast(procedure);
    contrast.load(state.network("H"));
    return contrast.graph().paramTable();
  }

  private static Network contrast(InfoGanProcedure procedure) {
    return new Network(
        procedure.networks().contrast(), procedure.optimisers().contrast(), DataType.FLOAT, 0);
  }
}
