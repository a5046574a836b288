// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.disentangle.net.Engine;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded layers are those of this processor. With {@code -Ddisentangle.record=FILE} they are
 * recorded anew.
 */
class ProcessorReferenceTest {

  @BeforeAll
  static void prepare() throws IOException {
    Engine.useOneThread();
    String file = System.getProperty("disentangle.record");
    if (file != null) {
      try (OutputStream out = Files.newOutputStream(Path.of(file))) {
        ProcessorReference.record(out);
      }
    }
  }

  static Stream<LayerTrial> trials() {
    return LayerTrial.all().stream();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void everyLayerGivesTheRecordedValues(LayerTrial trial) {
    float[] recorded = ProcessorReference.load().of(trial);
    LayerTrial.Outcome outcome = trial.run(ProcessorReference.ROWS, 2);
    assertEquals(recorded.length, outcome.values().length);
    assertTrue(
        outcome.difference(recorded) < 1e-4, () -> trial + ": " + outcome.difference(recorded));
    recorded[recorded.length / 2] += 1;
    assertTrue(outcome.difference(recorded) > 1e-3, trial::toString);
  }

  @Test
  void noKindOfLayerIsLeftOut() {
    Stream<Class<?>> kinds =
        Stream.concat(
            Stream.of(LayerSpec.class.getPermittedSubclasses()),
            Stream.of(OoganLayerSpec.class.getPermittedSubclasses()));
    assertTrue(
        kinds
            .filter(Class::isRecord)
            .allMatch(kind -> LayerTrial.all().stream().anyMatch(t -> kind.isInstance(t.spec()))));
  }
}
