package org.disentangle.train.averaging;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Cuts what a worker gives into pieces: its report, and slices of its arrays one after the other
 * (none if it diverged). The key of a piece is {@code slice * numWorkers + worker}, reports being
 * slice 0, so that keys in order bring the workers' copies of a slice together, in worker order.
 *
 * @param numWorkers logical workers
 */
record StateSlices(int numWorkers, StateCuts cuts)
    implements Function2<
        Integer, Iterator<Tuple2<byte[], float[][]>>, Iterator<Tuple2<Long, Object>>> {

  @Override
  public Iterator<Tuple2<Long, Object>> call(
      Integer worker, Iterator<Tuple2<byte[], float[][]>> partition) {
    Tuple2<byte[], float[][]> result = partition.next();
    Iterator<Object> pieces =
        Stream.concat(Stream.of((Object) result._1()), slices(result._2())).iterator();
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
