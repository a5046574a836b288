// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.disentangle.net.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Bytes are those that rounding gives, value by value. */
class UnitBytesTest {

  private static final int LENGTH = 5000;

  private final float[] values = new float[LENGTH];

  @BeforeEach
  void onlyWhereOneDnnIs() {
    assumeTrue(Engine.usesOneDnn(DataType.FLOAT));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (float) random.nextDouble();
    }
    for (int level = 0; level < 256; level++) {
      values[level] = level / 255f;
      values[256 + level] = Math.min(1, (level + 0.5f) / 255);
    }
    values[600] = Float.MIN_VALUE;
    values[601] = Math.nextDown(1f);
  }

  @Test
  void everyValueBecomesItsNearestByte() {
    try (UnitBytes bytes = new UnitBytes(LENGTH)) {
      for (int turn = 0; turn < 2; turn++) {
        ByteBuffer found = bytes.convert(Nd4j.createFromArray(values), LENGTH);
        for (int i = 0; i < LENGTH; i++) {
          assertEquals((byte) Math.rint(values[i] * 255f), found.get(i), "value " + values[i]);
        }
        values[turn] = 0.3f;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, -1e-6f, 1.00001f, Float.POSITIVE_INFINITY})
  void valuesOutsideAreLeftToOthers(float outside) {
    values[3000] = outside;
    try (UnitBytes bytes = new UnitBytes(LENGTH)) {
      assertNull(bytes.convert(Nd4j.createFromArray(values), LENGTH));
      assertNotNull(bytes.convert(Nd4j.createFromArray(values), 3000), "not asked for");
    }
  }
}
