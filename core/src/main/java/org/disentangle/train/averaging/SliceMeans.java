package org.disentangle.train.averaging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/**
 * Averages sorted slices. Reports pass as they are; a slice that a worker did not send, because it
 * diverged, is left out.
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
