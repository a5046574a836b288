// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The precision of a run in the fingerprint of its checkpoints. */
class FingerprintPrecisionTest {

  private static final Fingerprint EARLIER = new Fingerprint(Map.of("seed", "1"));
  private static final Fingerprint ROUGH =
      new Fingerprint(Map.of("seed", "1", "precision", "bfloat16"));

  @Test
  void checkpointsWithoutAnyAreInSinglePrecision() {
    assertEquals(List.of(), EARLIER.differencesFrom(EARLIER));
    assertEquals(List.of(), ROUGH.differencesFrom(ROUGH));
    assertEquals(
        List.of("precision: float32 in the checkpoint, bfloat16 now"),
        ROUGH.differencesFrom(EARLIER));
    assertEquals(
        List.of("precision: bfloat16 in the checkpoint, float32 now"),
        EARLIER.differencesFrom(ROUGH));
  }
}
