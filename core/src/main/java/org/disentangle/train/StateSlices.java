package org.disentangle.train;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Cuts what a worker gives into pieces: its report, and slices of its arrays one after the other.
 * The key of a piece is {@code slice * numWorkers + worker}, reports being slice 0, so that keys in
 * order bring the workers' copies of a slice together, in worker order.
 *
 * @param numWorkers logical workers
 */
record StateSlices(int numWorkers)
    implements Function2<
        Integer, Iterator<Tuple2<byte[], float[][]>>, Iterator<Tuple2<Long, Object>>> {

  private static final int SLICE_LENGTH = 1 << 16;

  @Override
  public Iterator<Tuple2<Long, Object>> call(
      Integer worker, Iterator<Tuple2<byte[], float[][]>> partition) {
    Tuple2<byte[], float[][]> result = partition.next();
    Iterator<Object> pieces =
        Stream.concat(
                Stream.of((Object) result._1()),
                Arrays.stream(result._2()).flatMap(StateSlices::slices))
            .iterator();
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

  private static Stream<float[]> slices(float[] array) {
    return IntStream.iterate(0, from -> from < array.length, from -> from + SLICE_LENGTH)
        .mapToObj(
            from -> Arrays.copyOfRange(array, from, Math.min(array.length, from + SLICE_LENGTH)));
  }
}
