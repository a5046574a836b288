// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.Precision.Machine;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.procedure.TinySystems;
import org.junit.jupiter.api.Test;

/** Names of precisions, and where they are refused. */
class PrecisionTest {

  @Test
  void usersHaveTwo() {
    assertEquals(List.of("float32", "bfloat16"), Precision.ids());
    assertEquals(Precision.BFLOAT16, Precision.of("bfloat16"));
    for (String name : List.of("float64", "BFLOAT16", "half")) {
      String message =
          assertThrows(InvalidInputException.class, () -> Precision.of(name)).getMessage();
      assertEquals("precision: found '" + name + "'; expected one of float32, bfloat16.", message);
    }
  }

  @Test
  void bfloat16NeedsOneDnnOnAProcessorThatHasIt() {
    assertEquals(Optional.empty(), new Machine(true, true, false, true).obstacle());
    assertEquals(
        Optional.of("this processor has neither AVX512_BF16 nor AMX"),
        new Machine(true, true, false, false).obstacle());
    assertEquals(
        Optional.of("the engine is nd4j (-Ddisentangle.engine)"),
        new Machine(true, true, true, true).obstacle());
    assertEquals(
        Optional.of("oneDNN does not run here"), new Machine(false, true, true, false).obstacle());
    assertEquals(
        Optional.of("networks run on a GPU here"),
        new Machine(true, false, false, true).obstacle());
  }

  @Test
  void noSystemOpensWhereItCannotBeComputed() {
    String before = System.getProperty(Engine.PROPERTY, "auto");
    System.setProperty(Engine.PROPERTY, "nd4j");
    try {
      for (TinySystem system : TinySystems.ALL) {
        String message =
            assertThrows(
                    InvalidInputException.class,
                    () -> system.procedure().open(Precision.BFLOAT16).close(),
                    system.name())
                .getMessage();
        assertEquals(
            true,
            message.startsWith("precision: found 'bfloat16'; expected float32, because "),
            message);
      }
    } finally {
      System.setProperty(Engine.PROPERTY, before);
    }
  }
}
