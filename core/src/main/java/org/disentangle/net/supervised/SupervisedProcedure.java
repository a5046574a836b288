// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.supervised;

import java.util.List;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.net.architecture.LeastBatch;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A classifier of images. One iteration is one step of gradient descent on the cross entropy of one
 * mini-batch, as Deeplearning4j fits it; computed in single precision.
 *
 * @param network layers and classes
 * @param descent the optimiser
 * @param batchSize images per mini-batch and worker
 */
public record SupervisedProcedure(
    ClassifierNetwork network, MomentumSettings descent, int batchSize)
    implements TrainingProcedure {

  /** Name of the network in the state. */
  public static final String NETWORK = "classifier";

  /** The one loss: mean cross entropy of a mini-batch. */
  public static final String LOSS = "crossEntropy";

  /** How the label lies with the pixels of an image. */
  public LabelledPixels labelled() {
    return new LabelledPixels(network.imageShape().size(), network.numClasses());
  }

  /** Mini-batches as Deeplearning4j takes them. */
  public LabelledBatch batch() {
    return new LabelledBatch(network.imageShape(), labelled(), batchSize);
  }

  /**
   * The network with its optimiser.
   *
   * @param seed the initial weights follow from it
   */
  public ComputationGraph graph(long seed) {
    return GraphBuilder.build(network, DataType.FLOAT, seed, descent.updater());
  }

  @Override
  public int pixelsPerImage() {
    return labelled().size();
  }

  @Override
  public LeastBatch leastBatch() {
    return LeastBatch.of(network.features());
  }

  @Override
  public List<String> lossNames() {
    return List.of(LOSS);
  }

  @Override
  public TrainingState initialState(long seed) {
    ComputationGraph graph = graph(seed);
    TrainingState state = state(graph, 0);
    NativeMemory.free(graph);
    return state;
  }

  /** A copy of what the graph holds after this many iterations. */
  static TrainingState state(ComputationGraph graph, int iteration) {
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put(
        NETWORK,
        new NetworkState(
            graph.params().toFloatVector(),
            graph.getUpdater(true).getStateViewArray().toFloatVector(),
            iteration));
    return new TrainingState(iteration, networks);
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new SupervisedSession(this);
  }
}
