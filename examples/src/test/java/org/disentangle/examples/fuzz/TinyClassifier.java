// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.image.ImageShape;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.ImageClassifierModelData;
import org.disentangle.net.NarrowNetworks;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** A classifier whose weights are drawn, not trained. */
final class TinyClassifier {

  private TinyClassifier() {}

  static ImageClassifierModel of(ImageShape shape) {
    ClassifierNetwork network = NarrowNetworks.classifier(shape, 2);
    ComputationGraph graph = GraphBuilder.build(network, DataType.FLOAT, 5, new NoOp());
    NetworkState state = new NetworkState(graph.params().toFloatVector(), new float[0], 1);
    return new ImageClassifierModel(
        "tinyClassifier",
        new ImageClassifierModelData(network, state, List.of("square", "heart"), List.of(0.5)));
  }
}
