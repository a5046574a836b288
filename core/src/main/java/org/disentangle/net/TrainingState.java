// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of a training run between two rounds: of every network its flat parameters, its flat
 * optimiser state and the number of its updates.
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

  /** What it says beside its arrays. */
  public StateOutline outline() {
    LinkedHashMap<String, Integer> updates = new LinkedHashMap<>();
    List<Integer> lengths = new ArrayList<>();
    networks.forEach((name, network) -> updates.put(name, network.updates()));
    for (float[] array : arrays()) {
      lengths.add(array.length);
    }
    return new StateOutline(iteration, updates, lengths);
  }

  /** Its own arrays: parameters and optimiser state of every network, in name order. */
  public float[][] arrays() {
    float[][] arrays = new float[2 * networks.size()][];
    int next = 0;
    for (NetworkState network : networks.values()) {
      arrays[next++] = network.parameters();
      arrays[next++] = network.updaterState();
    }
    return arrays;
  }

  /**
   * What a state holds beside its arrays. A state travels as its outline and its arrays, which
   * every serializer of Spark carries.
   *
   * @param iteration iterations completed by every logical worker
   * @param updates optimiser steps by network name, in name order
   * @param lengths of the arrays: parameters and optimiser state of every network in that order
   */
  public record StateOutline(
      long iteration, LinkedHashMap<String, Integer> updates, List<Integer> lengths)
      implements Serializable {

    /** The state with these arrays, which it keeps. */
    public TrainingState with(float[][] arrays) {
      SortedMap<String, NetworkState> networks = new TreeMap<>();
      int next = 0;
      for (Map.Entry<String, Integer> network : updates.entrySet()) {
        networks.put(
            network.getKey(), new NetworkState(arrays[next], arrays[next + 1], network.getValue()));
        next += 2;
      }
      return new TrainingState(iteration, networks);
    }

    public void write(DataOutput out) throws IOException {
      out.writeLong(iteration);
      out.writeInt(updates.size());
      for (Map.Entry<String, Integer> network : updates.entrySet()) {
        out.writeUTF(network.getKey());
        out.writeInt(network.getValue());
      }
      for (int length : lengths) {
        out.writeInt(length);
      }
    }

    public static StateOutline read(DataInput in) throws IOException {
      long iteration = in.readLong();
      int networks = in.readInt();
      LinkedHashMap<String, Integer> updates = new LinkedHashMap<>();
      for (int i = 0; i < networks; i++) {
        updates.put(in.readUTF(), in.readInt());
      }
      List<Integer> lengths = new ArrayList<>();
      for (int i = 0; i < 2 * networks; i++) {
        lengths.add(in.readInt());
      }
      return new StateOutline(iteration, updates, lengths);
    }
  }
}
