// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What whole iterations of every system promise: repeated, resumed, sent to another JVM, on both
 * engines. That other JVMs reach the same bits is {@link ThreadCountTest}'s.
 */
@Tag("train")
class IterationContractTest {

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  static List<TinySystem> systems() {
    return TinySystems.ALL;
  }

  /** Across the ends of noise on images, of gaps and of annealing. */
  @ParameterizedTest
  @MethodSource("systems")
  void trainingIsRepeatableAndResumable(TinySystem system) {
    TrainingState start = system.procedure().initialState(3);
    TrainingState whole = system.trained(start, 10);
    assertEquals(10, whole.iteration());
    assertEquals(whole, system.trained(system.trained(start, 6), 4));
    long moved =
        whole.networks().entrySet().stream()
            .filter(entry -> entry.getValue().updates() >= 7)
            .peek(entry -> assertNotEquals(start.network(entry.getKey()), entry.getValue()))
            .count();
    assertTrue(moved >= 2, () -> "moved: " + moved);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void equalSettingsAreEqualInAnotherJvm(TinySystem system)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(system.procedure());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(system.procedure(), in.readObject());
    }
    for (TinySystem other : TinySystems.ALL) {
      assertEquals(system == other, system.procedure().equals(other.procedure()));
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void bothEnginesGiveTheSameLosses(TinySystem system) {
    LossValues fast = losses(system);
    String before = System.getProperty(Engine.PROPERTY, "auto");
    System.setProperty(Engine.PROPERTY, "nd4j");
    try {
      LossValues plain = losses(system);
      for (String name : system.procedure().lossNames()) {
        double expected = plain.of(name);
        assertEquals(expected, fast.of(name), 1e-3 * (1 + Math.abs(expected)), name);
        assertTrue(system.procedure().isActive(name, 1) || expected == 0, name);
      }
    } finally {
      System.setProperty(Engine.PROPERTY, before);
    }
  }

  /** Those of the second iteration, which depend on the gradients of the first. */
  private static LossValues losses(TinySystem system) {
    try (WorkerSession session = system.procedure().open(Precision.FLOAT32)) {
      session.load(system.procedure().initialState(3));
      session.step(system.batch(0), 0);
      return session.step(system.batch(1), 1);
    }
  }

  @Test
  void everyProcedureIsTested() {
    assertEquals(
        TinySystem.allProcedures(),
        TinySystems.ALL.stream()
            .map(system -> system.procedure().getClass())
            .collect(Collectors.toSet()));
  }
}
