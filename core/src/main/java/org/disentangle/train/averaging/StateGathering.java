package org.disentangle.train.averaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.averaging.WorkerReport.Stepped;
import scala.Tuple2;

/** How the workers' states become their mean on the driver; the mean is the same bit by bit. */
public interface StateGathering {

  /** Bytes of all workers' states that the driver still takes at once. */
  long MOST_BYTES_ON_DRIVER = 256L << 20;

  /**
   * Runs the workers.
   *
   * @param workers one element a partition: a report and the arrays of a state, none if diverged
   */
  RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers);

  /** The faster way for small states, the frugal one for large states and many workers. */
  static StateGathering of(
      StateOutline start, SingularVectors vectors, int numWorkers, long mostBytesOnDriver) {
    long bytes = Float.BYTES * start.lengths().stream().mapToLong(Integer::longValue).sum();
    return bytes * numWorkers <= mostBytesOnDriver
        ? new DriverGathering(vectors)
        : ShuffledGathering.of(numWorkers, bytes, StateCuts.of(start, vectors));
  }

  static List<WorkerReport> decoded(List<byte[]> reports) {
    return reports.stream().map(WorkerReport::decode).toList();
  }

  static boolean allStepped(List<WorkerReport> reports) {
    return reports.stream().allMatch(Stepped.class::isInstance);
  }

  /** All states come to the driver, which averages them: one stage. */
  record DriverGathering(SingularVectors vectors) implements StateGathering {

    @Override
    public RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers) {
      List<Tuple2<byte[], float[][]>> results = workers.collect();
      List<WorkerReport> reports =
          StateGathering.decoded(results.stream().map(Tuple2::_1).toList());
      if (!StateGathering.allStepped(reports)) {
        return new RoundResult(reports, Optional.empty());
      }
      List<TrainingState> states = new ArrayList<>();
      for (int worker = 0; worker < reports.size(); worker++) {
        states.add(((Stepped) reports.get(worker)).end().with(results.get(worker)._2()));
      }
      return new RoundResult(reports, Optional.of(Averaging.average(states, vectors)));
    }
  }

  /**
   * What a round came to.
   *
   * @param reports one per worker, in worker order
   * @param mean of the workers' states; empty if a worker diverged
   */
  record RoundResult(List<WorkerReport> reports, Optional<TrainingState> mean) {}
}
