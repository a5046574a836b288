// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;

/**
 * Adds one network, and its losses, to another procedure; everything else is delegated to that one.
 */
public interface ExtendedProcedure extends TrainingProcedure {

  /** What it extends. */
  TrainingProcedure base();

  /** Name of the added network in the state. */
  String extraNetworkName();

  /** The added network. */
  Architecture extraNetwork();

  /** How the added network is optimised. */
  AdamSettings extraNetworkAdam();

  @Override
  default int pixelsPerImage() {
    return base().pixelsPerImage();
  }

  @Override
  default int batchSize() {
    return base().batchSize();
  }

  @Override
  default Map<String, Architecture> architectures() {
    Map<String, Architecture> all = new TreeMap<>(base().architectures());
    all.put(extraNetworkName(), extraNetwork());
    return all;
  }

  @Override
  default LeastBatch leastBatch() {
    return base().leastBatch().and(LeastBatch.of(extraNetwork()));
  }

  @Override
  default boolean isActive(String lossName, long iteration) {
    return base().isActive(lossName, iteration);
  }

  @Override
  default Map<String, Double> collapseBounds() {
    return base().collapseBounds();
  }

  @Override
  default Map<String, Double> collapseFloors() {
    return base().collapseFloors();
  }

  @Override
  default String collapseAdvice() {
    return base().collapseAdvice();
  }

  @Override
  default TrainingState initialState(long seed) {
    return with(
        base().initialState(seed), Network.initial(extraNetwork(), extraNetworkAdam(), seed));
  }

  /** The base's state and that of the added network. */
  default TrainingState with(TrainingState state, NetworkState extraNetwork) {
    TreeMap<String, NetworkState> states = new TreeMap<>(state.networks());
    states.put(extraNetworkName(), extraNetwork);
    return new TrainingState(state.iteration(), states);
  }

  @Override
  default long nextSwitch(long iteration) {
    return base().nextSwitch(iteration);
  }

  @Override
  default TrainingState applySwitch(TrainingState state, long seed) {
    return base().applySwitch(state, seed);
  }
}
