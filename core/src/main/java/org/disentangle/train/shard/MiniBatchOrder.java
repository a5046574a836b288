// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.util.Locale;
import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.Seeds;

/** Which images of a shard form the mini-batch of each iteration. */
public interface MiniBatchOrder {

  /** Images of a mini-batch. */
  int rows();

  /**
   * The index in the shard of one image of a mini-batch.
   *
   * @param iteration 0 or more
   * @param row 0 to {@code rows() - 1}
   */
  int imageAt(long iteration, int row);

  /**
   * Which images of a shard form the mini-batch of each iteration. An epoch is floor(images /
   * batchSize) batches of a fresh permutation; the remainder sits out that epoch. The answer is a
   * pure function of (seed, worker, iteration), so any round can start anywhere. Not thread-safe.
   */
  final class BatchOrder implements MiniBatchOrder {

    /** Names this stream of random numbers among those drawn from the same user seed. */
    private static final long STREAM = 0x6261746368L;

    private final long seed;
    private final int worker;
    private final int batchSize;
    private final int batchesPerEpoch;
    private final int[] permutation;
    private long epoch = -1;

    /**
     * @param images images in the worker's shard, at least {@code batchSize}
     */
    public BatchOrder(long seed, int worker, int images, int batchSize) {
      if (batchSize < 1 || images < batchSize) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "Logical worker %d has %d images for batches of %d; at least one whole batch is needed",
                worker,
                images,
                batchSize),
            "Use fewer workers or a smaller batchSize.");
      }
      this.seed = seed;
      this.worker = worker;
      this.batchSize = batchSize;
      this.batchesPerEpoch = images / batchSize;
      this.permutation = new int[images];
    }

    public int batchesPerEpoch() {
      return batchesPerEpoch;
    }

    @Override
    public int rows() {
      return batchSize;
    }

    @Override
    public int imageAt(long iteration, int position) {
      shuffleFor(iteration / batchesPerEpoch);
      return permutation[(int) (iteration % batchesPerEpoch) * batchSize + position];
    }

    private void shuffleFor(long wanted) {
      if (epoch == wanted) {
        return;
      }
      SplittableRandom random = new SplittableRandom(Seeds.mix(seed, STREAM, worker, wanted));
      for (int i = 0; i < permutation.length; i++) {
        int j = random.nextInt(i + 1);
        permutation[i] = permutation[j];
        permutation[j] = i;
      }
      epoch = wanted;
    }
  }

  /**
   * Mini-batches of triplets: anchors in the order of {@link BatchOrder}, then a partner of each
   * anchor, evenly drawn from the other images of its label, then an image for each anchor, evenly
   * drawn from those of all other labels. An image alone with its label is its own partner; where
   * all images have one label, the third is any of them. The answer is a pure function of (seed,
   * worker, iteration, position).
   */
  final class TripletOrder implements MiniBatchOrder {

    /** Names this stream of random numbers among those drawn from the same user seed. */
    private static final long STREAM = 0x74726970L;

    private final long seed;
    private final int worker;
    private final int batchSize;
    private final int[] labels;
    private final BatchOrder anchors;

    /** Images in order of label, and where each label begins. */
    private final int[] byLabel;

    private final int[] starts;

    /**
     * @param labels of the images in the worker's shard, from 0
     * @param numClasses labels are less than this
     */
    public TripletOrder(long seed, int worker, int[] labels, int numClasses, int batchSize) {
      this.seed = seed;
      this.worker = worker;
      this.batchSize = batchSize;
      this.labels = labels;
      anchors = new BatchOrder(seed, worker, labels.length, batchSize);
      starts = new int[numClasses + 1];
      for (int label : labels) {
        starts[label + 1]++;
      }
      for (int label = 0; label < numClasses; label++) {
        starts[label + 1] += starts[label];
      }
      byLabel = new int[labels.length];
      int[] next = starts.clone();
      for (int image = 0; image < labels.length; image++) {
        byLabel[next[labels[image]]++] = image;
      }
    }

    @Override
    public int rows() {
      return 3 * batchSize;
    }

    @Override
    public int imageAt(long iteration, int row) {
      int position = row % batchSize;
      int anchor = anchors.imageAt(iteration, position);
      if (row == position) {
        return anchor;
      }
      SplittableRandom random =
          new SplittableRandom(Seeds.mix(seed, STREAM, worker, iteration, position));
      int partner = partner(anchor, random);
      return row < 2 * batchSize ? partner : other(anchor, random);
    }

    /** One of all but the last; who meets the anchor takes the last instead. */
    private int partner(int anchor, SplittableRandom random) {
      int start = starts[labels[anchor]];
      int last = starts[labels[anchor] + 1] - 1;
      if (last == start) {
        return anchor;
      }
      int drawn = byLabel[start + random.nextInt(last - start)];
      return drawn == anchor ? byLabel[last] : drawn;
    }

    private int other(int anchor, SplittableRandom random) {
      int start = starts[labels[anchor]];
      int count = starts[labels[anchor] + 1] - start;
      if (count == byLabel.length) {
        return byLabel[random.nextInt(count)];
      }
      int drawn = random.nextInt(byLabel.length - count);
      return byLabel[drawn < start ? drawn : drawn + count];
    }
  }
}
