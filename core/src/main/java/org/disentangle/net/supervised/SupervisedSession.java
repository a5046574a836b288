// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.supervised;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One logical worker's classifier, and the step of {@link SupervisedProcedure}. */
final class SupervisedSession implements WorkerSession {

  private final ComputationGraph graph;
  private final LabelledBatch batch;
  private final LossValues losses;
  private int iteration;

  SupervisedSession(SupervisedProcedure procedure) {
    graph = procedure.graph(0);
    batch = procedure.batch();
    losses = new LossValues(procedure.lossNames());
  }

  @Override
  public void load(TrainingState state) {
    Engine.useOneThread();
    NetworkState network = state.network(SupervisedProcedure.NETWORK);
    graph.setParams(row(network.parameters()));
    graph.getUpdater(true).setStateViewArray(row(network.updaterState()));
    iteration = network.updates();
  }

  private static INDArray row(float[] values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  @Override
  public LossValues step(float[] pixels, long seed) {
    graph.fit(batch.dataSet(pixels));
    iteration++;
    return losses.put(SupervisedProcedure.LOSS, graph.score());
  }

  @Override
  public TrainingState save() {
    return SupervisedProcedure.state(graph, iteration);
  }

  /** Parameters, their gradients and the momentum. */
  @Override
  public long nativeBytes() {
    return 3L * Float.BYTES * graph.numParams();
  }

  @Override
  public void close() {
    NativeMemory.free(graph);
  }
}
