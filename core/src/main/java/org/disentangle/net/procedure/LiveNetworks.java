package org.disentangle.net.procedure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Reusable;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.nd4j.linalg.api.buffer.DataType;

/** The networks of one worker's session, by name. */
final class LiveNetworks implements Reusable {

  private final SortedMap<String, Network> networks = new TreeMap<>();

  /** The state before the first iteration of a system whose networks all begin alike. */
  static TrainingState initial(
      Map<String, Architecture> architectures, Function<String, AdamSettings> adam, long seed) {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    architectures.forEach(
        (name, architecture) ->
            states.put(name, Network.initial(architecture, adam.apply(name), seed)));
    return new TrainingState(0, states);
  }

  /** All networks of a system. */
  static LiveNetworks of(
      Map<String, Architecture> architectures, Function<String, AdamSettings> adam, DataType type) {
    LiveNetworks live = new LiveNetworks();
    architectures.forEach(
        (name, architecture) ->
            live.add(name, new Network(architecture, adam.apply(name), type, 0)));
    return live;
  }

  void add(String name, Network network) {
    networks.put(name, network);
  }

  /** Null if there is none of this name. */
  Network get(String name) {
    return networks.get(name);
  }

  void forEach(Consumer<Network> action) {
    networks.values().forEach(action);
  }

  /** Takes over weights and optimiser states, ready for passes. */
  void load(TrainingState state) {
    Engine.useOneThread();
    networks.forEach(
        (name, network) -> {
          network.load(state.network(name));
          network.prepare();
        });
  }

  TrainingState save(long iteration) {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    networks.forEach((name, network) -> states.put(name, network.save()));
    return new TrainingState(iteration, states);
  }

  @Override
  public long nativeBytes() {
    return networks.values().stream().mapToLong(Network::nativeBytes).sum();
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
