package org.disentangle.net;

import java.io.Serializable;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of a training run between two rounds.
 *
 * @param iteration iterations completed by every logical worker
 * @param networks state by network name ("G", "D", "H"), in name order
 */
public record TrainingState(long iteration, SortedMap<String, NetworkState> networks)
    implements Serializable {

  public TrainingState {
    networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
  }

  /** The same without networks of other names. */
  public TrainingState only(Set<String> names) {
    TreeMap<String, NetworkState> kept = new TreeMap<>(networks);
    kept.keySet().retainAll(names);
    return new TrainingState(iteration, kept);
  }

  public NetworkState network(String name) {
    NetworkState state = networks.get(name);
    if (state == null) {
      throw new IllegalArgumentException(
          "This training state has no network \"" + name + "\"; it has " + networks.keySet() + ".");
    }
    return state;
  }
}
