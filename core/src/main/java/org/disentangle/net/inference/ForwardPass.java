// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import java.util.Arrays;
import java.util.List;
import org.disentangle.net.Engine;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Batches of inputs forward through a trained network to one of its heads. Not thread-safe. */
final class ForwardPass implements Reusable {

  private final Extent input;
  private final int batchSize;
  private final Network network;
  private final Pass pass;
  private final float[] values;

  /**
   * @param state its parameters begin with those of the network
   */
  ForwardPass(Architecture architecture, NetworkState state, int batchSize, Precision precision) {
    this.batchSize = batchSize;
    input = architecture.input();
    values = new float[batchSize * input.size()];
    network = Network.forInference(architecture, precision);
    float[] all = state.parameters();
    int own = Math.min(all.length, numParameters()); // load refuses too few
    network.load(new NetworkState(Arrays.copyOf(all, own), new float[0], state.updates()));
    network.prepare();
    pass = network.newPass();
  }

  /** Parameters of the network. */
  int numParameters() {
    return Math.toIntExact(network.graph().numParams());
  }

  /** Inputs a call can take. */
  int batchSize() {
    return batchSize;
  }

  /** Room for the inputs of the next call, one after the other. */
  float[] values() {
    return values;
  }

  /**
   * What a head says of the first {@code count} images.
   *
   * @param values as many as {@link #values()} has: these, or made from these
   * @return the values of each image, one image after the other
   */
  float[] head(String name, float[] values, int count) {
    return heads(List.of(name), values, count).get(0);
  }

  /** As {@link #head}, of several heads. */
  List<float[]> heads(List<String> names, float[] values, int count) {
    Engine.useOneThread();
    try (Engine.Scope batch = Engine.batchScope(DataType.FLOAT)) {
      pass.forward(Nd4j.createFromArray(values).reshape('c', input.batch(batchSize)), false);
      return names.stream().map(name -> of(name, count)).toList();
    }
  }

  private float[] of(String name, int count) {
    float[] found = pass.head(name).dup('c').data().asFloat();
    return Arrays.copyOf(found, found.length / batchSize * count);
  }

  @Override
  public long nativeBytes() {
    return network.nativeBytes();
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    network.close();
  }
}
