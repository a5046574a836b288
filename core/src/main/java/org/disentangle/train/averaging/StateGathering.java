package org.disentangle.train.averaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.BlockResult;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.net.TrainingState;
import org.disentangle.train.averaging.WorkerReport.Stepped;
import scala.Option;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/** How the workers' states become their mean on the driver; the mean is the same bit by bit. */
public interface StateGathering {

  /** Bytes of all workers' states that the driver still takes at once. */
  long MOST_BYTES_ON_DRIVER = 256L << 20;

  /**
   * Runs the workers. What is persisted for it is the caller's to release.
   *
   * @param workers one element per partition: a report and the arrays of a state, none if
   *     it diverged
   */
  RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers);

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

  /**
   * All states come to the driver, which averages them: one stage. The result of a task would be
   * written, copied and read several times over; so a task leaves its state with Spark's block
   * manager, from where the driver takes it: as it is in the same JVM, else in one transfer.
   */
  record DriverGathering(SingularVectors vectors) implements StateGathering {

    @Override
    public RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers) {
      workers.persist(StorageLevel.MEMORY_AND_DISK());
      List<WorkerReport> reports = StateGathering.decoded(workers.map(Tuple2::_1).collect());
      if (!StateGathering.allStepped(reports)) {
        return new RoundResult(reports, Optional.empty());
      }
      List<Optional<StateArrays>> left =
          IntStream.range(0, reports.size())
              .parallel()
              .mapToObj(worker -> left(workers, worker))
              .toList();
      List<TrainingState> states = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        int worker = i;
        StateArrays arrays = left.get(i).orElseGet(() -> again(workers, worker));
        states.add(((Stepped) reports.get(i)).end().with(arrays.arrays()));
      }
      return new RoundResult(reports, Optional.of(Averaging.average(states, vectors)));
    }

    /** Empty if its executor is lost. */
    static Optional<StateArrays> left(
        JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
      Option<BlockResult> block =
          SparkEnv.get()
              .blockManager()
              .get(new RDDBlockId(workers.id(), worker), ClassTag$.MODULE$.AnyRef());
      if (block.isEmpty()) {
        return Optional.empty();
      }
      Tuple2<?, ?> element = (Tuple2<?, ?>) block.get().data().next();
      block.get().data().hasNext(); // at its end the block is given free
      return Optional.of((StateArrays) element._2());
    }

    /** What an executor left that is lost by now is computed again, to the same bits. */
    static StateArrays again(JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
      return workers.collectPartitions(new int[] {worker})[0].get(0)._2();
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
