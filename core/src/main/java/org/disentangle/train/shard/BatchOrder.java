package org.disentangle.train.shard;

import java.util.Locale;
import java.util.SplittableRandom;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.Seeds;

/**
 * Which images of a shard form the mini-batch of each iteration. An epoch is floor(images /
 * batchSize) batches of a fresh permutation; the remainder sits out that epoch. The answer is a
 * pure function of (seed, worker, iteration), so any round can start anywhere. Not thread-safe.
 */
public final class BatchOrder implements MiniBatchOrder {

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
