// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.TinyOoganNetworks.ROWS;
import static org.disentangle.net.oogan.OoganIterationTest.oogan;
import static org.disentangle.net.oogan.OoganIterationTest.trained;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.disentangle.net.Engine;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganSession.OoganDraws;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What OOGAN's weights and switches leave out of whole iterations. */
@Tag("train")
class OoganSwitchTest {

  private static final int PIXELS = ROWS * 32 * 32;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @Test
  void theTwoDrawsDifferAndNoiseFades() {
    OoganProcedure oogan = oogan(1, 1, 1, true, 4);
    OoganDraws draws = OoganDraws.of(oogan, 1, new SplittableRandom(1));
    assertFalse(Arrays.equals(draws.adversarial().latents(), draws.information().latents()));
    double square = 0;
    for (float value : draws.noise()) {
      square += value * value / draws.noise().length;
    }
    assertEquals(0.75, Math.sqrt(square), 0.02, "after one of four iterations");
    assertArrayEquals(new double[] {1, 0.75, 0.25, 0, 0}, deviations(oogan), 1e-12);
    assertEquals(0, oogan(1, 1, 1, true, 0).instanceNoise(0));
  }

  private static double[] deviations(OoganProcedure oogan) {
    return LongStream.of(0, 1, 3, 4, 100).mapToDouble(oogan::instanceNoise).toArray();
  }

  @Test
  void withoutOneHotSamplingItsWeightIsNothing() {
    TrainingState off = trained(oogan(1, 1, 1, false, 0), 4);
    assertEquals(off, trained(oogan(1, 5, 1, false, 0), 4));
    assertNotEquals(
        trained(oogan(1, 1, 1, true, 0), 4).network(OoganProcedure.Q),
        trained(oogan(1, 5, 1, true, 0), 4).network(OoganProcedure.Q));
    assertFalse(oogan(1, 1, 1, false, 0).isActive("oneHot", 2));
    assertTrue(oogan(1, 1, 1, true, 0).isActive("oneHot", 2));
    assertFalse(oogan(1, 1, 1, true, 0).isActive("oneHot", 1));
  }

  @Test
  void withTheOrthogonalWeightKernelsTurn() {
    assertFalse(oogan(0, 0, 0, true, 0).isActive("orthogonal", 0));
    OoganProcedure orthogonal = oogan(0, 0, 1, true, 0);
    assertTrue(orthogonal.isActive("orthogonal", 0));
    try (OoganSession session = new OoganSession(orthogonal, DataType.FLOAT)) {
      session.load(orthogonal.initialState(3));
      double first = session.step(TinyNetworks.pixels(1, PIXELS), 1).of("orthogonal");
      double last = first;
      for (int i = 0; i < 20; i++) {
        last = session.step(TinyNetworks.pixels(1, PIXELS), 1).of("orthogonal");
      }
      assertTrue(last < 0.9 * first, first + " -> " + last);
    }
  }

  /** Q learns from D's features, and neither D nor G hears of it. */
  @Test
  void withoutWeightsQLearnsApart() {
    Parts all = new Parts(true, true, true);
    OoganProcedure none = TinyOoganNetworks.procedure(all, 5e-3, 0, 0, 0, true, 0);
    TrainingState start = none.initialState(3);
    TreeMap<String, NetworkState> states = new TreeMap<>(start.networks());
    states.put(OoganProcedure.Q, none.initialState(9).network(OoganProcedure.Q));
    double[] errors = new double[30];
    TrainingState end = run(none, start, errors);
    TrainingState other = run(none, new TrainingState(0, states), new double[30]);
    assertEquals(end.network(OoganProcedure.G), other.network(OoganProcedure.G));
    assertEquals(end.network(OoganProcedure.D), other.network(OoganProcedure.D));
    assertNotEquals(end.network(OoganProcedure.Q), other.network(OoganProcedure.Q));
    double first = Arrays.stream(errors, 0, 10).average().orElseThrow();
    double last = Arrays.stream(errors, 20, 30).average().orElseThrow();
    assertTrue(last < first - 0.01, first + " -> " + last);
  }

  /** One step an error of Q. */
  private static TrainingState run(OoganProcedure oogan, TrainingState from, double[] errors) {
    try (OoganSession session = new OoganSession(oogan, DataType.FLOAT)) {
      session.load(from);
      for (int i = 0; i < errors.length; i++) {
        errors[i] = session.step(TinyNetworks.pixels(i, PIXELS), i).of("Q");
      }
      return session.save();
    }
  }

  @Test
  void checkpointsTellWhetherQLearnsApart() {
    assertTrue(oogan(0, 1, 0, true, 0).toString().contains("lambda=0.0 (codes learned apart)"));
    OoganProcedure weighted = oogan(1, 0, 0, true, 0);
    StringJoiner expected = new StringJoiner(", ", "Oogan[", "]");
    for (RecordComponent component : OoganProcedure.class.getRecordComponents()) {
      if (!component.getName().equals("distance")) {
        expected.add(component.getName() + "=" + value(weighted, component));
      }
    }
    assertEquals(expected.toString(), weighted.toString());
    assertTrue(TinyOoganNetworks.text(false, 1).toString().endsWith(", distance=L1]"));
  }

  private static Object value(OoganProcedure oogan, RecordComponent component) {
    try {
      return component.getAccessor().invoke(oogan);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void withoutGroupsNothingIsOrthogonal() {
    Parts plain = new Parts(true, false, true);
    OoganProcedure on = TinyOoganNetworks.procedure(plain, 1e-3, 1, 1, 5, true, 0);
    OoganProcedure off = TinyOoganNetworks.procedure(plain, 1e-3, 1, 1, 0, true, 0);
    assertEquals(trained(off, 3), trained(on, 3));
    assertFalse(on.isActive("orthogonal", 0));
  }

  /** One iteration: the third step comes last, and moves G and Q alone. */

  /** G is judged by a D that has made its step. */
}
