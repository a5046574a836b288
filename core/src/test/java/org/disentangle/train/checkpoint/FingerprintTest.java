// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static Fingerprint of(String procedure) {
    return new Fingerprint(Map.of("procedure", procedure));
  }

  @Test
  void anotherSystemIsNamedAndNotPrinted() {
    assertEquals(
        List.of("procedure: InfoGan in the checkpoint, Vae now"),
        of("Vae[layers=[A[n=1], B[n=2]], beta=4]").differencesFrom(of("InfoGan[lambda=1]")));
  }

  @Test
  void otherLayersAreNamedByTheFirstThatDiffer() {
    assertEquals(
        List.of("beta: 4 in the checkpoint, none now", "gamma: none in the checkpoint, 6 now"),
        of("Vae[a=1, gamma=6]").differencesFrom(of("Vae[a=1, beta=4]")));
    assertEquals(
        "2 more",
        of("Vae[a=1, b=1, c=1, d=1, e=1, f=1, g=1]")
            .differencesFrom(of("Vae[a=2, b=2, c=2, d=2, e=2, f=2, g=2]"))
            .get(5));
  }

  @Test
  void anInitialStateThatIsLeftOutIsADifference() {
    String hash = "hash of the initial state";
    Fingerprint with = new Fingerprint(Map.of(hash, "12ab"));
    Fingerprint without = new Fingerprint(Map.of());
    assertEquals(
        List.of(hash + ": 12ab in the checkpoint, none now"), without.differencesFrom(with));
    assertEquals(
        List.of(hash + ": none in the checkpoint, 12ab now"), with.differencesFrom(without));
  }
}
