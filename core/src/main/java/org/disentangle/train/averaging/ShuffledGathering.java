// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function2;
import org.disentangle.net.Network.Stretch;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
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
  public RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers) {
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

  /**
   * Cuts what a worker gives into pieces: its report, and slices of its arrays one after the other
   * (none if it diverged). The key of a piece is {@code slice * numWorkers + worker}, reports being
   * slice 0, so that keys in order bring the workers' copies of a slice together, in worker order.
   *
   * @param numWorkers logical workers
   */
  record StateSlices(int numWorkers, StateCuts cuts)
      implements Function2<
          Integer, Iterator<Tuple2<byte[], StateArrays>>, Iterator<Tuple2<Long, Object>>> {

    @Override
    public Iterator<Tuple2<Long, Object>> call(
        Integer worker, Iterator<Tuple2<byte[], StateArrays>> partition) {
      Tuple2<byte[], StateArrays> result = partition.next();
      Iterator<Object> pieces =
          Stream.concat(Stream.of((Object) result._1()), slices(result._2().arrays())).iterator();
      return new Iterator<>() {
        private long key = worker;

        @Override
        public boolean hasNext() {
          return pieces.hasNext();
        }

        @Override
        public Tuple2<Long, Object> next() {
          Tuple2<Long, Object> piece = new Tuple2<>(key, pieces.next());
          key += numWorkers;
          return piece;
        }
      };
    }

    private Stream<float[]> slices(float[][] arrays) {
      return arrays.length == 0
          ? Stream.of()
          : cuts.slices().stream()
              .map(slice -> Arrays.copyOfRange(arrays[slice.array()], slice.from(), slice.to()));
    }
  }

  /**
   * Averages sorted slices. Reports pass as they are; a slice that a worker did not send, because
   * it diverged, is left out.
   *
   * @param numWorkers logical workers
   */
  record SliceMeans(int numWorkers, StateCuts cuts)
      implements FlatMapFunction<Iterator<Tuple2<Long, Object>>, Tuple2<Long, Object>> {

    @Override
    public Iterator<Tuple2<Long, Object>> call(Iterator<Tuple2<Long, Object>> pieces) {
      List<Tuple2<Long, Object>> results = new ArrayList<>();
      List<float[]> copies = new ArrayList<>();
      long current = 0;
      while (pieces.hasNext()) {
        Tuple2<Long, Object> piece = pieces.next();
        if (piece._2() instanceof float[] slice) {
          long index = piece._1() / numWorkers;
          if (index != current) {
            current = index;
            copies.clear();
          }
          copies.add(slice);
          if (copies.size() == numWorkers) {
            SingularVectors.align(copies, cuts.slices().get((int) index - 1).vectors());
            results.add(new Tuple2<>(index * numWorkers, Averaging.mean(copies)));
          }
        } else {
          results.add(piece);
        }
      }
      return results.iterator();
    }
  }

  /** Deals slices to partitions; the copies of a slice stay together. */
  static final class SlicePartitioner extends Partitioner {

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

  /**
   * Where the arrays of a state are cut into slices, none of which parts a singular vector.
   *
   * @param slices one array after the other
   */
  record StateCuts(List<Slice> slices) implements Serializable {

    private static final int SLICE_LENGTH = 1 << 16;

    /**
     * Values of one array.
     *
     * @param array its index
     * @param vectors the singular vectors within, counted from {@code from}
     */
    record Slice(int array, int from, int to, List<Stretch> vectors) implements Serializable {}

    static StateCuts of(StateOutline outline, SingularVectors vectors) {
      return of(outline, vectors, SLICE_LENGTH);
    }

    /**
     * @param sliceLength values of a slice that ends within no vector
     */
    static StateCuts of(StateOutline outline, SingularVectors vectors, int sliceLength) {
      List<Slice> slices = new ArrayList<>();
      for (int array = 0; array < outline.lengths().size(); array++) {
        int length = outline.lengths().get(array);
        for (int from = 0; from < length; ) {
          int to = end(Math.min(length, from + sliceLength), vectors.in(array));
          slices.add(new Slice(array, from, to, within(from, to, vectors.in(array))));
          from = to;
        }
      }
      return new StateCuts(slices);
    }

    /** As far as a slice goes, and on to the end of a vector it would part. */
    private static int end(int end, List<Stretch> vectors) {
      for (Stretch vector : vectors) {
        if (vector.from() < end && end < vector.to()) {
          return vector.to();
        }
      }
      return end;
    }

    private static List<Stretch> within(int from, int to, List<Stretch> vectors) {
      List<Stretch> within = new ArrayList<>();
      for (Stretch vector : vectors) {
        if (vector.from() >= from && vector.to() <= to) {
          within.add(new Stretch(vector.from() - from, vector.to() - from));
        }
      }
      return within;
    }
  }
}
