package org.disentangle.train;

import org.apache.spark.Partitioner;

/** Deals slices to as many partitions as there are workers; the copies of a slice stay together. */
final class SlicePartitioner extends Partitioner {

  private final int numWorkers;

  SlicePartitioner(int numWorkers) {
    this.numWorkers = numWorkers;
  }

  @Override
  public int numPartitions() {
    return numWorkers;
  }

  @Override
  public int getPartition(Object key) {
    return (int) ((Long) key / numWorkers % numWorkers);
  }
}
