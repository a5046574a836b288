package org.disentangle.net.architecture;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Turns an {@link Architecture} into a DL4J graph with one output per head. */
public final class GraphBuilder {

  private GraphBuilder() {}

  /**
   * Builds and initialises the graph.
   *
   * @param seed the initial weights follow from it and the layers' names
   * @param updater optimiser of all parameters
   */
  public static ComputationGraph build(
      Architecture architecture, DataType type, long seed, IUpdater updater) {
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(type)
            .updater(updater)
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs(Architecture.INPUT);
    add(builder, architecture.trunkNodes());
    List<String> outputs = new ArrayList<>();
    for (String head : architecture.heads().keySet()) {
      List<Architecture.Node> nodes = architecture.headNodes(head);
      add(builder, nodes);
      outputs.add(nodes.get(nodes.size() - 1).spec().name());
    }
    ComputationGraph graph =
        new ComputationGraph(builder.setOutputs(outputs.toArray(String[]::new)).build());
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
