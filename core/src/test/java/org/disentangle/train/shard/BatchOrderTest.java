// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.disentangle.train.shard.MiniBatchOrder.BatchOrder;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

  private static List<Integer> images(BatchOrder order, long iteration, int batches) {
    List<Integer> images = new ArrayList<>();
    for (long i = iteration; i < iteration + batches; i++) {
      for (int position = 0; position < 5; position++) {
        images.add(order.imageAt(i, position));
      }
    }
    return images;
  }

  @Test
  void anEpochShowsNoImageTwice() {
    BatchOrder order = new BatchOrder(1, 0, 23, 5);
    assertEquals(4, order.batchesPerEpoch());
    List<Integer> epoch = images(order, 8, 4);
    assertEquals(20, new HashSet<>(epoch).size());
    assertTrue(epoch.stream().allMatch(image -> image >= 0 && image < 23));
  }

  @Test
  void aRoundCanStartAnywhere() {
    BatchOrder straight = new BatchOrder(1, 0, 23, 5);
    List<Integer> all = images(straight, 0, 50);
    for (int from = 49; from >= 0; from -= 7) {
      assertEquals(all.subList(5 * from, 250), images(straight, from, 50 - from));
    }
  }

  @Test
  void epochsWorkersAndSeedsDiffer() {
    List<Integer> first = images(new BatchOrder(1, 0, 40, 5), 0, 8);
    assertNotEquals(first, images(new BatchOrder(1, 0, 40, 5), 8, 8));
    assertNotEquals(first, images(new BatchOrder(1, 1, 40, 5), 0, 8));
    assertNotEquals(first, images(new BatchOrder(2, 0, 40, 5), 0, 8));
  }

  @Test
  void theRemainderChangesFromEpochToEpoch() {
    BatchOrder order = new BatchOrder(1, 0, 9, 5);
    assertEquals(9, new HashSet<>(images(order, 0, 30)).size());
  }

  @Test
  void refusesLessThanABatch() {
    assertThrows(IllegalArgumentException.class, () -> new BatchOrder(1, 0, 4, 5));
  }
}
