// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.SortedMap;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One logical worker's networks, and how an iteration goes: draw everything random, then compute.
 *
 * @param <P> what is trained
 * @param <D> the random draws of one iteration
 */
public abstract class NetworkSession<P extends NetworkProcedure, D> implements WorkerSession {

  protected final P procedure;

  /** Of arrays. */
  protected final DataType type;

  /** What {@link #iterate} reports. */
  protected final LossValues losses;

  private final SortedMap<String, Network> networks = new TreeMap<>();
  private long iteration;

  /**
   * @param type in which passes compute, as a {@link Network} takes it
   */
  protected NetworkSession(P procedure, DataType type) {
    this.procedure = procedure;
    this.type = Engine.arrays(type);
    losses = new LossValues(procedure.lossNames());
    procedure
        .architectures()
        .forEach(
            (name, architecture) ->
                networks.put(name, Network.blank(architecture, procedure.adam(name), type)));
  }

  /** The draws of the coming iteration; all of them follow from the seed. */
  protected abstract D draw(long seed);

  /** One iteration of every network on given draws; puts every loss into {@link #losses}. */
  protected abstract void iterate(float[] pixels, D draws);

  @Override
  public final LossValues step(float[] pixels, long seed) {
    return step(pixels, draw(seed));
  }

  /** One iteration on given draws. */
  public final LossValues step(float[] pixels, D draws) {
    losses.clear();
    try (Engine.Scope batch = Engine.batchScope(type)) {
      iterate(pixels, draws);
    }
    iteration++;
    return losses.complete();
  }

  /** Null if no network has this name. */
  public final Network network(String name) {
    return networks.get(name);
  }

  protected final Iterable<Network> networks() {
    return networks.values();
  }

  /** Iterations completed. */
  public final long iteration() {
    return iteration;
  }

  /** Takes over weights and optimiser states, ready for passes. */
  @Override
  public final void load(TrainingState state) {
    Engine.useOneThread();
    networks.forEach(
        (name, network) -> {
          network.load(state.network(name));
          network.prepare();
        });
    iteration = state.iteration();
  }

  @Override
  public final TrainingState save() {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    networks.forEach((name, network) -> states.put(name, network.save()));
    return new TrainingState(iteration, states);
  }

  /** The mini-batch as an array of [image, channel, row, column]. */
  protected final INDArray images(float[] pixels) {
    ImageShape shape = procedure.imageShape();
    return array(pixels, procedure.batchSize(), shape.channels(), shape.height(), shape.width());
  }

  /** Values of [image, value]. */
  protected final INDArray vectors(float[] values) {
    return array(values, procedure.batchSize(), values.length / procedure.batchSize());
  }

  protected final INDArray array(float[] values, long... shape) {
    return Nd4j.createFromArray(values).reshape('c', shape).castTo(type);
  }

  @Override
  public final long nativeBytes() {
    return networks.values().stream().mapToLong(Network::nativeBytes).sum();
  }

  @Override
  public final void close() {
    networks.values().forEach(Network::close);
  }
}
