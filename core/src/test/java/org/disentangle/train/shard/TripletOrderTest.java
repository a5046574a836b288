// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disentangle.train.shard.MiniBatchOrder.BatchOrder;
import org.disentangle.train.shard.MiniBatchOrder.TripletOrder;
import org.junit.jupiter.api.Test;

class TripletOrderTest {

  private static final int BATCH = 5;
  private static final int CLASSES = 4;

  /** 40 images; label 3 has one, the rest is shared by 0, 1 and 2. */
  private static int[] labels() {
    int[] labels = new int[40];
    Arrays.setAll(labels, image -> image == 17 ? 3 : image * 7 % 3);
    return labels;
  }

  private static TripletOrder order(long seed, int worker) {
    return new TripletOrder(seed, worker, labels(), CLASSES, BATCH);
  }

  private static List<Integer> images(TripletOrder order, long from, int iterations) {
    List<Integer> images = new ArrayList<>();
    for (long i = from; i < from + iterations; i++) {
      for (int row = 0; row < order.rows(); row++) {
        images.add(order.imageAt(i, row));
      }
    }
    return images;
  }

  @Test
  void anchorsAreThoseOfTheBatchOrder() {
    BatchOrder anchors = new BatchOrder(1, 0, 40, BATCH);
    TripletOrder order = order(1, 0);
    assertEquals(15, order.rows());
    for (long i = 0; i < 20; i++) {
      for (int position = 0; position < BATCH; position++) {
        assertEquals(anchors.imageAt(i, position), order.imageAt(i, position));
      }
    }
  }

  @Test
  void partnersShareTheLabelAndAreOtherImagesAndTheThirdHasAnotherLabel() {
    TripletOrder order = order(1, 0);
    int[] labels = labels();
    Set<List<Integer>> pairs = new HashSet<>();
    for (long i = 0; i < 3000; i++) {
      for (int position = 0; position < BATCH; position++) {
        int anchor = order.imageAt(i, position);
        int partner = order.imageAt(i, BATCH + position);
        int other = order.imageAt(i, 2 * BATCH + position);
        assertEquals(labels[anchor], labels[partner]);
        assertNotEquals(labels[anchor], labels[other]);
        assertEquals(anchor == 17, anchor == partner, "only who is alone is its own partner");
        pairs.add(List.of(anchor, partner));
        pairs.add(List.of(anchor, 100 + other));
      }
    }
    int expected = 0;
    for (int a = 0; a < 40; a++) {
      for (int b = 0; b < 40; b++) {
        boolean same = labels[a] == labels[b];
        expected += !same || (a != b) || a == 17 ? 1 : 0;
      }
    }
    assertEquals(expected, pairs.size(), "every pair occurs");
  }

  @Test
  void drawsAreEven() {
    TripletOrder order = order(3, 0);
    int[] partners = new int[40];
    int draws = 0;
    for (long i = 0; draws < 4000; i++) {
      for (int position = 0; position < BATCH; position++) {
        if (order.imageAt(i, position) == 2) {
          partners[order.imageAt(i, BATCH + position)]++;
          draws++;
        }
      }
    }
    int[] labels = labels();
    for (int image = 0; image < 40; image++) {
      if (image != 2 && labels[image] == labels[2]) {
        assertTrue(Math.abs(partners[image] - 4000 / 11.0) < 80, image + ": " + partners[image]);
      } else {
        assertEquals(0, partners[image]);
      }
    }
  }

  @Test
  void aRoundCanStartAnywhereAndSeedsAndWorkersDiffer() {
    List<Integer> all = images(order(1, 0), 0, 30);
    for (int from = 29; from >= 0; from -= 7) {
      assertEquals(all.subList(15 * from, 450), images(order(1, 0), from, 30 - from));
    }
    assertNotEquals(all, images(order(2, 0), 0, 30));
    assertNotEquals(all, images(order(1, 1), 0, 30));
  }

  @Test
  void oneLabelAloneStillGivesTriplets() {
    TripletOrder order = new TripletOrder(1, 0, new int[6], 2, BATCH);
    assertTrue(images(order, 0, 10).stream().allMatch(image -> image >= 0 && image < 6));
  }
}
