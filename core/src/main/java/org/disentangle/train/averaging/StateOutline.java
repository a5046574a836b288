package org.disentangle.train.averaging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;

/**
 * What a training state holds beside its arrays. A state travels as its outline and its {@link
 * StateArrays}, which every serializer of Spark carries.
 *
 * @param iteration iterations completed by every logical worker
 * @param updates optimiser steps by network name, in name order
 * @param lengths of the arrays: parameters and optimiser state of every network in that order
 */
public record StateOutline(
    long iteration, LinkedHashMap<String, Integer> updates, List<Integer> lengths)
    implements Serializable {

  public static StateOutline of(TrainingState state) {
    LinkedHashMap<String, Integer> updates = new LinkedHashMap<>();
    List<Integer> lengths = new ArrayList<>();
    state.networks().forEach((name, network) -> updates.put(name, network.updates()));
    for (float[] array : arrays(state)) {
      lengths.add(array.length);
    }
    return new StateOutline(state.iteration(), updates, lengths);
  }

  /** The state's own arrays. */
  public static float[][] arrays(TrainingState state) {
    float[][] arrays = new float[2 * state.networks().size()][];
    int next = 0;
    for (NetworkState network : state.networks().values()) {
      arrays[next++] = network.parameters();
      arrays[next++] = network.updaterState();
    }
    return arrays;
  }

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
