// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.disentangle.net.TinyIbGanNetworks.ROWS;
import static org.disentangle.net.procedure.TinySystem.trained;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole iterations of IB-GAN: repeated, resumed, on both engines, and what they teach. */
@Tag("train")
class IbGanIterationTest {

  private static final int PIXELS = ROWS * 64;

  private final IbGanProcedure procedure = TinyIbGanNetworks.procedure(1e-3);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** D's two backward passes of one forward pass, too. */
  @Test
  void singlePrecisionGivesTheGradientsOfDouble() {
    IbGanDraws draws = IbGanDraws.of(procedure, 2, new SplittableRandom(5));
    float[] pixels = TinyNetworks.pixels(2, PIXELS);
    try (IbGanSession single = new IbGanSession(procedure, DataType.FLOAT);
        IbGanSession exact = new IbGanSession(procedure, DataType.DOUBLE)) {
      for (IbGanSession session : new IbGanSession[] {single, exact}) {
        session.load(trained(procedure, procedure.initialState(3), 2));
      }
      LossValues expectedLosses = exact.accumulate(pixels, draws);
      LossValues foundLosses = single.accumulate(pixels, draws);
      for (String name : procedure.lossNames()) {
        assertEquals(expectedLosses.of(name), foundLosses.of(name), 1e-4, name);
      }
      for (String name : procedure.networks().architectures().keySet()) {
        double[] expected = TinyNetworks.gradient(exact.network(name)).toDoubleVector();
        double[] found = TinyNetworks.gradient(single.network(name)).toDoubleVector();
        double error = 0;
        double length = 0;
        for (int i = 0; i < found.length; i++) {
          error += Math.pow(found[i] - expected[i], 2);
          length += Math.pow(expected[i], 2);
        }
        assertTrue(length > 0 && Math.sqrt(error / length) < 1e-3, name + " " + error / length);
      }
    }
  }

  @Test
  void codesAreNormalAndThereIsNoOtherInput() {
    assertEquals(new LatentSpace(3, 0, Prior.NORMAL), procedure.latent());
    assertTrue(procedure.collapseBounds().get("D") > 0);
    assertEquals(Long.MAX_VALUE, procedure.nextSwitch(0));
  }

  /** Without weight on the divergence codes tell of z; with much of it they do not. */
  @Test
  void betaRestrictsWhatCodesTell() {
    Map<String, Double> free = lastLosses(0.01);
    Map<String, Double> restricted = lastLosses(20);
    String told = free + " " + restricted;
    assertTrue(restricted.get("KL") < 0.1 && free.get("KL") > 1, told);
    assertTrue(free.get("Q") < restricted.get("Q") - 0.15, told);
  }

  /** Means of the last of 600 iterations. */
  private static Map<String, Double> lastLosses(double beta) {
    IbGanProcedure base = TinyIbGanNetworks.procedure(5e-3);
    IbGanProcedure procedure =
        new IbGanProcedure(
            base.networks(), ROWS, beta, 0, base.generatorAdam(), base.discriminatorAdam());
    Map<String, Double> means = new TreeMap<>();
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(3));
      for (int i = 0; i < 600; i++) {
        LossValues losses = session.step(TinyNetworks.pixels(i, PIXELS), i);
        if (i >= 500) {
          procedure
              .lossNames()
              .forEach(name -> means.merge(name, losses.of(name) / 100, Double::sum));
        }
      }
    }
    return means;
  }
}
