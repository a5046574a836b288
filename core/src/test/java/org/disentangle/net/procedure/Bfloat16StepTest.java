// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Iterations in bfloat16: the losses and gradients of double precision, repeated, resumed. What a
 * single pass gives is in {@code Bfloat16PassTest}.
 */
@Tag("train")
class Bfloat16StepTest {

  /** Largest error of a loss that is not named below, as a share of 1 plus its size. */
  private static final double LOSS = 0.005;

  /**
   * The same of losses that read images which G made with weights that were just drawn: those are
   * nearly grey, and bfloat16 rounds part of their differences away.
   */
  private static final Map<String, Double> LOSS_OF_GREY_IMAGES =
      Map.of(
          "G", 0.05,
          "Q_logDeviation", 0.05,
          "Q", 0.01,
          "MI_categorical", 0.01,
          "MI_continuous", 0.02);

  /** Least cosine of a gradient. */
  private static final double GRADIENT = 0.99;

  /**
   * Networks whose gradients bfloat16 keeps from the first step on. Others meet nearly grey images,
   * whose small differences batch normalisation in D enlarges together with what rounding made of
   * them, or are learned from such a D.
   */
  private static final Map<String, Set<String>> KEPT_GRADIENTS =
      Map.of(
          "E", Set.of(),
          "Dec", Set.of(),
          "D", Set.of("InfoGAN-CR", "OOGAN"));

  @BeforeAll
  static void onlyWhereItIsComputed() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
  }

  static List<TinySystem> systems() {
    return Stream.concat(TinySystems.ALL.stream(), TinySystems.OF_32_PIXELS.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void lossesAreThoseOfDoublePrecision(TinySystem system) {
    LossValues exact = losses(system, Precision.FLOAT64);
    LossValues rough = losses(system, Precision.BFLOAT16);
    for (String name : system.procedure().lossNames()) {
      double expected = exact.of(name);
      double share = LOSS_OF_GREY_IMAGES.getOrDefault(name, LOSS);
      assertEquals(expected, rough.of(name), share * (1 + Math.abs(expected)), name);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void gradientsPointWhereThoseOfDoublePrecisionPoint(TinySystem system) {
    Map<String, float[]> exact = gradients(system, Precision.FLOAT64);
    Map<String, float[]> rough = gradients(system, Precision.BFLOAT16);
    exact.forEach(
        (network, gradient) -> {
          if (isKept(network, system)) {
            double cosine = cosine(gradient, rough.get(network));
            assertTrue(cosine >= GRADIENT, () -> network + ": " + cosine);
          }
        });
  }

  private static boolean isKept(String network, TinySystem system) {
    Set<String> systems = KEPT_GRADIENTS.get(network);
    return systems != null
        && (systems.isEmpty() || systems.stream().anyMatch(system.name()::startsWith));
  }

  /** Of the first step, each times one factor: what Adam keeps first of a network. */
  private static Map<String, float[]> gradients(TinySystem system, Precision precision) {
    Map<String, float[]> gradients = new TreeMap<>();
    try (WorkerSession session = system.procedure().open(precision)) {
      session.load(system.procedure().initialState(3));
      session.step(system.batch(0), 0);
      session
          .save()
          .networks()
          .forEach(
              (name, state) ->
                  gradients.put(
                      name, Arrays.copyOf(state.updaterState(), state.parameters().length)));
    }
    return gradients;
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squareOfA = 0;
    double squareOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      squareOfA += (double) a[i] * a[i];
      squareOfB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(squareOfA * squareOfB);
  }

  private static LossValues losses(TinySystem system, Precision precision) {
    try (WorkerSession session = system.procedure().open(precision)) {
      session.load(system.procedure().initialState(3));
      return session.step(system.batch(0), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void trainingIsRepeatableAndResumable(TinySystem system) {
    TrainingState start = system.procedure().initialState(3);
    TrainingState whole = trained(system, start, 4);
    assertEquals(whole, trained(system, start, 4));
    assertEquals(whole, trained(system, trained(system, start, 3), 1));
    assertNotEquals(whole, system.trained(start, 4));
  }

  private static TrainingState trained(TinySystem system, TrainingState from, int iterations) {
    try (WorkerSession session = system.procedure().open(Precision.BFLOAT16)) {
      session.load(from);
      for (long i = from.iteration(); i < from.iteration() + iterations; i++) {
        session.step(system.batch(i), i);
      }
      return session.save();
    }
  }
}
