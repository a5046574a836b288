package org.disentangle.net.procedure;

import static org.disentangle.net.TinyIbGanNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.Engine;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
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

  private static TrainingState trained(IbGanProcedure procedure, TrainingState from, int steps) {
    try (WorkerSession session = procedure.open()) {
      session.load(from);
      for (long i = from.iteration(); i < from.iteration() + steps; i++) {
        session.step(TinyNetworks.pixels(i, PIXELS), i);
      }
      return session.save();
    }
  }

  /** Across the end of the noise on images. */
  @Test
  void trainingIsRepeatableAndResumable() {
    TrainingState start = procedure.initialState(3);
    TrainingState whole = trained(procedure, start, 10);
    assertEquals(whole, trained(procedure, start, 10));
    assertEquals(whole, trained(procedure, trained(procedure, start, 6), 4));
    whole
        .networks()
        .forEach(
            (name, state) -> {
              assertEquals(10, state.updates(), name);
              assertNotEquals(start.network(name), state, name);
            });
  }

  @Test
  void equalSettingsAreEqualInAnotherJvm() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(procedure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(procedure, in.readObject());
    }
    assertNotEquals(procedure, TinyIbGanNetworks.procedure(2e-3));
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
      assertArrayEquals(exact.accumulate(pixels, draws), single.accumulate(pixels, draws), 1e-4);
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
    double[] free = lastLosses(0.01);
    double[] restricted = lastLosses(20);
    String told = Arrays.toString(free) + " " + Arrays.toString(restricted);
    assertTrue(restricted[3] < 0.1 && free[3] > 1, told);
    assertTrue(free[1] < restricted[1] - 0.15, told);
  }

  /** Means of the last of 600 iterations. */
  private static double[] lastLosses(double beta) {
    IbGanProcedure base = TinyIbGanNetworks.procedure(5e-3);
    IbGanProcedure procedure =
        new IbGanProcedure(
            base.networks(), ROWS, beta, 0, base.generatorAdam(), base.discriminatorAdam());
    double[] means = new double[4];
    try (WorkerSession session = procedure.open()) {
      session.load(procedure.initialState(3));
      for (int i = 0; i < 600; i++) {
        double[] losses = session.step(TinyNetworks.pixels(i, PIXELS), i);
        for (int loss = 0; loss < losses.length && i >= 500; loss++) {
          means[loss] += losses[loss] / 100;
        }
      }
    }
    return means;
  }
}
