// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.disentangle.net.Network;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LayerSpec;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All values of the layers that lead from an image to one output, weights and moving statistics, as
 * they are before an iteration and are to be after it.
 */
final class FrozenLayers {

  private final List<INDArray> live = new ArrayList<>();
  private final List<INDArray> kept = new ArrayList<>();

  /** Takes a copy of the trunk and the head of an output. */
  FrozenLayers(Network network, String head) {
    Architecture architecture = network.architecture();
    Stream.concat(architecture.trunk().stream(), architecture.heads().get(head).stream())
        .map(LayerSpec::name)
        .forEach(
            layer ->
                network.graph().getLayer(layer).paramTable().values().stream()
                    .filter(values -> values != null)
                    .forEach(live::add));
    live.forEach(values -> kept.add(values.dup()));
  }

  /** Puts back what was copied; {@link Network#prepare} is to follow. */
  void restore() {
    for (int i = 0; i < live.size(); i++) {
      live.get(i).assign(kept.get(i));
    }
  }
}
