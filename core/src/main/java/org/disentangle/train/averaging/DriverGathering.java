package org.disentangle.train.averaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.net.TrainingState;
import org.disentangle.train.averaging.WorkerReport.Stepped;
import scala.Tuple2;

/** All states come to the driver, which averages them: one stage. */
record DriverGathering(SingularVectors vectors) implements StateGathering {

  @Override
  public RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers) {
    List<Tuple2<byte[], float[][]>> results = workers.collect();
    List<WorkerReport> reports = StateGathering.decoded(results.stream().map(Tuple2::_1).toList());
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
