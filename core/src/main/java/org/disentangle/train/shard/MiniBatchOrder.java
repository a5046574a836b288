package org.disentangle.train.shard;

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
}
