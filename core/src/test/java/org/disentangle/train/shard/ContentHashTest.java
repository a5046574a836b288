// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  @Test
  void isMurmurOfEveryLengthAndSeed() {
    Random random = new Random(3);
    for (int length = 0; length < 70; length++) {
      byte[] data = new byte[length];
      random.nextBytes(data);
      for (int seed = 0; seed < 3; seed++) {
        assertArrayEquals(
            MurmurHash3.hash128x64(data, 0, length, seed), ContentHash.of(data, seed));
      }
    }
  }
}
