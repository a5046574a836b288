// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.onednn.OneDnnPass;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with two passes of one engine. */
final class EngineSide {

  private static final AdamSettings ADAM = AdamSettings.adversarial(1e-3);

  private final Network network;
  private final Pass first;
  private final Pass second;

  EngineSide(Architecture architecture, boolean oneDnn) {
    network = new Network(architecture, ADAM, DataType.FLOAT, 3);
    TinyNetworks.enliven(network.graph(), 4);
    network.prepare();
    first = oneDnn ? network.newPass() : new LayerwisePass(network);
    second = oneDnn ? network.newPass() : new LayerwisePass(network);
    assertTrue(oneDnn == first instanceof OneDnnPass);
  }

  Network network() {
    return network;
  }

  Pass first() {
    return first;
  }

  /** Label i % 3 for image i in one pass, the next label in the other. */
  void condition(int batch) {
    int[] labels = IntStream.range(0, batch).map(i -> i % TinyStyleNetworks.CLASSES).toArray();
    first.condition(labels);
    second.condition(
        IntStream.of(labels).map(label -> (label + 1) % TinyStyleNetworks.CLASSES).toArray());
  }

  INDArray run(INDArray a, INDArray b, Map<String, INDArray> gradients) {
    first.forward(a, true);
    second.forward(b, true);
    network
        .architecture()
        .heads()
        .keySet()
        .forEach(
            head -> {
              first.head(head);
              second.head(head);
            });
    first.updateMovingStatistics();
    second.updateMovingStatistics();
    network.clearGradients();
    INDArray input = first.backward(gradients, true, true).dup('c');
    second.backward(gradients, false, true);
    TinyNetworks.gradient(network);
    return input;
  }

  Map<String, INDArray> gradients() {
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    for (var layer : network.graph().getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      for (String key : layer.paramTable().keySet()) {
        gradients.put(name + " " + key, network.layer(name).gradientView(key));
      }
    }
    return gradients;
  }
}
