package org.disentangle.net.procedure;

import static org.disentangle.net.TinyOoganNetworks.ROWS;
import static org.disentangle.net.procedure.OoganIterationTest.oogan;
import static org.disentangle.net.procedure.OoganIterationTest.trained;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.OoganNetworks.Parts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What OOGAN's weights and switches leave out of whole iterations. */
class OoganSwitchTest {

  private static final int PIXELS = ROWS * 32 * 32;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @Test
  void theTwoDrawsDifferAndNoiseFades() {
    Oogan oogan = oogan(1, 1, 1, true, 4);
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

  private static double[] deviations(Oogan oogan) {
    return LongStream.of(0, 1, 3, 4, 100).mapToDouble(oogan::instanceNoise).toArray();
  }

  @Test
  void withoutOneHotSamplingItsWeightIsNothing() {
    TrainingState off = trained(oogan(1, 1, 1, false, 0), 4);
    assertEquals(off, trained(oogan(1, 5, 1, false, 0), 4));
    assertNotEquals(
        trained(oogan(1, 1, 1, true, 0), 4).network(Oogan.Q),
        trained(oogan(1, 5, 1, true, 0), 4).network(Oogan.Q));
    assertFalse(oogan(1, 1, 1, false, 0).isActive("oneHot", 2));
    assertTrue(oogan(1, 1, 1, true, 0).isActive("oneHot", 2));
    assertFalse(oogan(1, 1, 1, true, 0).isActive("oneHot", 1));
  }

  @Test
  void withoutWeightsQStaysAndWithTheOrthogonalOneKernelsTurn() {
    Oogan none = oogan(0, 0, 0, true, 0);
    assertArrayEquals(
        none.initialState(3).network(Oogan.Q).parameters(),
        trained(none, 4).network(Oogan.Q).parameters());
    assertFalse(none.isActive("orthogonal", 0));
    Oogan orthogonal = oogan(0, 0, 1, true, 0);
    assertTrue(orthogonal.isActive("orthogonal", 0));
    try (OoganSession session = new OoganSession(orthogonal, DataType.FLOAT)) {
      session.load(orthogonal.initialState(3));
      double first = session.step(TinyNetworks.pixels(1, PIXELS), 1)[4];
      double last = first;
      for (int i = 0; i < 20; i++) {
        last = session.step(TinyNetworks.pixels(1, PIXELS), 1)[4];
      }
      assertTrue(last < 0.9 * first, first + " -> " + last);
    }
  }

  @Test
  void withoutGroupsNothingIsOrthogonal() {
    Parts plain = new Parts(true, false, true);
    Oogan on = TinyOoganNetworks.procedure(plain, 1e-3, 1, 1, 5, true, 0);
    Oogan off = TinyOoganNetworks.procedure(plain, 1e-3, 1, 1, 0, true, 0);
    assertEquals(trained(off, 3), trained(on, 3));
    assertFalse(on.isActive("orthogonal", 0));
  }

  /** One iteration: the third step comes last, and moves G and Q alone. */

  /** G is judged by a D that has made its step. */
}
