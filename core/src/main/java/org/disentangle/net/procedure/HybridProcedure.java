package org.disentangle.net.procedure;

import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;

/** A procedure with one network and its losses more than another has; else it is like that one. */
interface HybridProcedure extends TrainingProcedure {

  /** What it extends. */
  TrainingProcedure base();

  /** Name of the network that comes in addition. */
  String addition();

  /** That network. */
  Architecture added();

  /** That network's state at the beginning. */
  NetworkState initialAddition(long seed);

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
    all.put(addition(), added());
    return all;
  }

  @Override
  default LeastBatch leastBatch() {
    return base().leastBatch().and(LeastBatch.of(added()));
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
  default TrainingState initialState(long seed) {
    return with(base().initialState(seed), initialAddition(seed));
  }

  /** The base's state and that of the additional network. */
  default TrainingState with(TrainingState state, NetworkState addition) {
    TreeMap<String, NetworkState> states = new TreeMap<>(state.networks());
    states.put(addition(), addition);
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
