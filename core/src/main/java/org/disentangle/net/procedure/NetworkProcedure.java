// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;

/** A procedure that trains the networks of its {@link #architectures} on images, by Adam. */
public interface NetworkProcedure extends TrainingProcedure {

  /** Of every image. */
  ImageShape imageShape();

  /** How a network is optimised. */
  AdamSettings adam(String network);

  @Override
  default int pixelsPerImage() {
    return imageShape().size();
  }

  @Override
  default TrainingState initialState(long seed) {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    architectures()
        .forEach(
            (name, architecture) ->
                states.put(name, Network.initial(architecture, adam(name), seed)));
    return new TrainingState(0, states);
  }
}
