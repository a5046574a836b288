// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.net.layer.FusedLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Turns networks as data into DL4J graphs. */
public final class GraphBuilder {

  /** Name of a classifier's output. */
  private static final String PROBABILITY = "probability";

  /** Name of a layer's weight among its parameters; batch normalisation has none. */
  private static final String WEIGHT = "W";

  private GraphBuilder() {}

  /**
   * Builds and initialises a graph with one output per head.
   *
   * @param seed the initial weights follow from it and the layers' names
   * @param updater optimiser of all parameters
   */
  public static ComputationGraph build(
      Architecture architecture, DataType type, long seed, IUpdater updater) {
    return initialised(configured(architecture, type, seed, updater));
  }

  /**
   * The same with all parameters 0, for a state to be loaded: drawing weights takes longer than
   * everything else.
   *
   * @param updater optimiser of all parameters
   */
  public static ComputationGraph blank(Architecture architecture, DataType type, IUpdater updater) {
    ComputationGraphConfiguration configuration =
        configured(architecture, type, 0, updater).build();
    long parameters =
        configuration.getVertices().values().stream()
            .mapToLong(vertex -> vertex.numParams(false))
            .sum();
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init(Nd4j.create(type, 1, parameters), false);
    return graph;
  }

  private static ComputationGraphConfiguration.GraphBuilder configured(
      Architecture architecture, DataType type, long seed, IUpdater updater) {
    ComputationGraphConfiguration.GraphBuilder builder = start(type, seed, updater, false);
    add(builder, architecture.trunkNodes());
    List<String> outputs = new ArrayList<>();
    for (String head : architecture.heads().keySet()) {
      add(builder, architecture.headNodes(head));
      outputs.add(architecture.outputNode(head).spec().name());
    }
    return builder.setOutputs(outputs.toArray(String[]::new));
  }

  /**
   * Builds and initialises a classifier with softmax and cross entropy, averaged over the batch, as
   * its output: an ordinary DL4J graph to fit, evaluate and save.
   *
   * @param seed the initial weights follow from it and the layers' names; their standard deviation
   *     is that of He et al. (2015)
   * @param updater optimiser of all parameters
   */
  public static ComputationGraph build(
      ClassifierNetwork network, DataType type, long seed, IUpdater updater) {
    ComputationGraphConfiguration.GraphBuilder builder = start(type, seed, updater, true);
    add(builder, network.nodes());
    builder.addLayer(
        PROBABILITY,
        new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build(),
        ClassifierNetwork.LOGITS);
    ComputationGraph graph = initialised(builder.setOutputs(PROBABILITY));
    network.nodes().forEach(node -> keepVariance(graph, node));
    return graph;
  }

  /**
   * Standard deviation sqrt(2 / inputs of a unit), with which plain gradient descent starts moving
   * at once, also without batch normalisation.
   */
  private static void keepVariance(ComputationGraph graph, Architecture.Node node) {
    INDArray weight = graph.getLayer(node.spec().name()).paramTable().get(WEIGHT);
    if (weight != null) {
      double deviation = Math.sqrt(2.0 * node.output().channels() / weight.length());
      weight.muli(deviation / FusedLayer.INITIAL_DEVIATION);
    }
  }

  private static ComputationGraphConfiguration.GraphBuilder start(
      DataType type, long seed, IUpdater updater, boolean meanOverBatch) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .dataType(type)
        .updater(updater)
        .miniBatch(meanOverBatch)
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .graphBuilder()
        .addInputs(Architecture.INPUT);
  }

  private static ComputationGraph initialised(ComputationGraphConfiguration.GraphBuilder builder) {
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  private static void add(
      ComputationGraphConfiguration.GraphBuilder builder, List<Architecture.Node> nodes) {
    for (Architecture.Node node : nodes) {
      builder.addLayer(
          node.spec().name(),
          node.spec().configure(node.arranged()),
          rearrangement(node.received(), node.arranged()),
          node.source());
    }
  }

  private static InputPreProcessor rearrangement(Extent from, Extent to) {
    if (from.equals(to)) {
      return null;
    }
    return to.isVector()
        ? new CnnToFeedForwardPreProcessor(from.height(), from.width(), from.channels())
        : new FeedForwardToCnnPreProcessor(to.height(), to.width(), to.channels());
  }
}
