package org.disentangle.train.averaging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.train.averaging.WorkerReport.Stepped;
import scala.Tuple2;

/**
 * The states are cut into slices and shuffled, so that executors average them and the driver
 * receives one mean, a little at a time, however many workers there are: two stages.
 *
 * @param numWorkers logical workers
 * @param numPartitions of the second stage
 */
record ShuffledGathering(int numWorkers, int numPartitions, StateCuts cuts)
    implements StateGathering {

  /** Bytes that one task of the second stage gives to the driver, about. */
  private static final long BYTES_A_PARTITION = 8L << 20;

  /**
   * @param stateBytes of one worker
   */
  static ShuffledGathering of(int numWorkers, long stateBytes, StateCuts cuts) {
    return new ShuffledGathering(numWorkers, (int) (stateBytes / BYTES_A_PARTITION + 1), cuts);
  }

  @Override
  public RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers) {
    List<Tuple2<Long, Object>> gathered =
        workers
            .mapPartitionsWithIndex(new StateSlices(numWorkers, cuts), true)
            .mapToPair(piece -> piece)
            .repartitionAndSortWithinPartitions(new SlicePartitioner(numWorkers, numPartitions))
            .mapPartitions(new SliceMeans(numWorkers, cuts))
            .collect();
    TreeMap<Long, Object> pieces = new TreeMap<>();
    gathered.forEach(piece -> pieces.put(piece._1(), piece._2()));
    List<byte[]> encoded = new ArrayList<>();
    for (long worker = 0; worker < numWorkers; worker++) {
      encoded.add((byte[]) pieces.remove(worker));
    }
    List<WorkerReport> reports = StateGathering.decoded(encoded);
    if (!StateGathering.allStepped(reports)) {
      return new RoundResult(reports, Optional.empty());
    }
    StateOutline end =
        Averaging.common(reports.stream().map(report -> ((Stepped) report).end()).toList());
    return new RoundResult(
        reports, Optional.of(end.with(arrays(end.lengths(), pieces.values().iterator()))));
  }

  private static float[][] arrays(List<Integer> lengths, Iterator<Object> slices) {
    float[][] arrays = new float[lengths.size()][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = new float[lengths.get(i)];
      for (int at = 0; at < arrays[i].length; ) {
        float[] slice = (float[]) slices.next();
        System.arraycopy(slice, 0, arrays[i], at, slice.length);
        at += slice.length;
      }
    }
    return arrays;
  }
}
