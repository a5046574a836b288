package org.disentangle.train.averaging;

import org.apache.spark.Partitioner;

/** Deals slices to partitions; the copies of a slice stay together. */
final class SlicePartitioner extends Partitioner {

  private final int numWorkers;
  private final int numPartitions;

  SlicePartitioner(int numWorkers, int numPartitions) {
    this.numWorkers = numWorkers;
    this.numPartitions = numPartitions;
  }

  @Override
  public int numPartitions() {
    return numPartitions;
  }

  @Override
  public int getPartition(Object key) {
    return (int) ((Long) key / numWorkers % numPartitions);
  }
}
