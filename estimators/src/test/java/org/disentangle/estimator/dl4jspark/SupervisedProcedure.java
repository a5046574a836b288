// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.net.Engine;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.LossValues;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A classifier as a procedure of the round loop: one step is DL4J's own fit of one mini-batch. */
record SupervisedProcedure(ClassifierNetwork network, MomentumSettings descent, int batchSize)
    implements TrainingProcedure {

  static final String NETWORK = "classifier";

  private LabelledPixels labelled() {
    return new LabelledPixels(network.imageShape().size(), network.numClasses());
  }

  private ComputationGraph graph(long seed) {
    return GraphBuilder.build(network, DataType.FLOAT, seed, descent.updater());
  }

  @Override
  public int pixelsPerImage() {
    return labelled().size();
  }

  @Override
  public List<String> lossNames() {
    return List.of("loss");
  }

  @Override
  public TrainingState initialState(long seed) {
    return save(graph(seed), 0);
  }

  private static TrainingState save(ComputationGraph graph, int iteration) {
    NetworkState state =
        new NetworkState(
            graph.params().toFloatVector(),
            graph.getUpdater(true).getStateViewArray().toFloatVector(),
            iteration);
    return new TrainingState(iteration, new TreeMap<>(Map.of(NETWORK, state)));
  }

  @Override
  public WorkerSession open(Precision precision) {
    ComputationGraph graph = graph(0);
    RoundBatches batches = new RoundBatches(network.imageShape(), labelled(), batchSize, 0, 0, 1);
    return new WorkerSession() {
      private final LossValues losses = new LossValues(lossNames());
      private int iteration;

      @Override
      public void load(TrainingState state) {
        NetworkState network = state.network(NETWORK);
        graph.setParams(row(network.parameters()));
        graph.getUpdater(true).setStateViewArray(row(network.updaterState()));
        iteration = network.updates();
      }

      @Override
      public LossValues step(float[] pixels, long seed) {
        Engine.useOneThread();
        graph.fit(batches.dataSet(pixels));
        iteration++;
        return losses.put("loss", graph.score());
      }

      @Override
      public TrainingState save() {
        return SupervisedProcedure.save(graph, iteration);
      }

      @Override
      public long nativeBytes() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }

  private static INDArray row(float[] values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }
}
