// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A step reports exactly the losses that its procedure names. */
class LossValuesTest {

  private final LossValues losses = new LossValues(List.of("D", "G"));

  @Test
  void valuesAreFoundByName() {
    assertSame(losses, losses.clear().put("G", 2).put("D", 1).complete());
    assertEquals(1, losses.of("D"));
    assertEquals(2, losses.of("G"));
    assertEquals("{D=1.0, G=2.0}", losses.toString());
  }

  @Test
  void whatNobodyReportedIsMissed() {
    losses.put("D", 1).put("G", Double.NaN).complete();
    losses.clear().put("D", 1);
    String missed = assertThrows(IllegalStateException.class, losses::complete).getMessage();
    assertTrue(missed.endsWith("loss G"), missed);
  }

  @Test
  void whatNobodyAskedForIsRefused() {
    for (Runnable wrong : List.<Runnable>of(() -> losses.put("KL", 1), () -> losses.of("KL"))) {
      String refusal = assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
      assertTrue(refusal.contains("KL") && refusal.contains("[D, G]"), refusal);
    }
  }

  @Test
  void anotherStepsLossesKeepTheirNames() {
    LossValues more = new LossValues(List.of("CR", "G", "D"));
    more.putAll(losses.put("D", 1).put("G", 2)).put("CR", 3).complete();
    assertEquals("{CR=3.0, G=2.0, D=1.0}", more.toString());
  }
}
