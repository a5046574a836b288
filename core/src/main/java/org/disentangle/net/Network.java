// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.Seeds;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.OneDnnPass;
import org.disentangle.net.onednn.SharedWeights;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * A live network: a DL4J graph of our layers with its optimiser, driven pass by pass. All its
 * parameters are one flat vector, all gradients another; a layer's weight and bias, and their
 * gradients, are views of them. Weights start as normal draws, biases at 0 ({@link
 * org.disentangle.net.layer.FusedLayer}). Not thread-safe.
 *
 * <p>The order of a training step is: {@link #prepare} after weights changed, forward passes,
 * {@link #clearGradients}, backward passes, {@link #update}; and {@link #commit} once per
 * iteration.
 */
public final class Network implements Reusable {

  private final Architecture architecture;
  private final DataType type;

  /** Not used, but written into files of networks: it stays as it is. */
  private static final AdamSettings NOT_LEARNING = AdamSettings.adversarial(1e-3);

  private final ComputationGraph graph;
  private final INDArray parameters;
  private final INDArray gradients;
  private final INDArray updaterState;
  private final GradientUpdater<?> updater;

  /** The optimiser where passes run on oneDNN; null elsewhere, where ND4J's is taken. */
  private final FlatAdam flatAdam;

  private final SharedWeights sharedWeights;

  /** For passes in single precision beside those in bfloat16; null without any. */
  private SharedWeights exactWeights;

  private int updates;

  /**
   * @param type of the computation: single or double precision, or bfloat16, in which products are
   *     computed while all arrays are of single precision
   * @throws InvalidInputException for bfloat16 where it cannot be computed
   */
  public Network(Architecture architecture, AdamSettings adam, DataType type, long seed) {
    this(
        architecture,
        adam,
        type,
        stored -> GraphBuilder.build(architecture, stored, seed, adam.updater()));
  }

  private Network(
      Architecture architecture,
      AdamSettings adam,
      DataType type,
      Function<DataType, ComputationGraph> maker) {
    Engine.require(type);
    this.architecture = architecture;
    this.type = type;
    DataType stored = Engine.arrays(type);
    graph = maker.apply(stored);
    parameters = graph.params().reshape(graph.numParams());
    graph.initGradientsView();
    gradients = graph.getFlattenedGradients().reshape(graph.numParams());
    updaterState = graph.getUpdater(true).getStateViewArray();
    updater = adam.updater().instantiate(updaterState, false);
    sharedWeights = Engine.usesOneDnn(stored) ? new SharedWeights(type == DataType.BFLOAT16) : null;
    flatAdam =
        sharedWeights == null ? null : new FlatAdam(adam, parameters, gradients, updaterState);
  }

  /** A network without weights, as {@link #Network} takes them; load a state before using it. */
  public static Network blank(Architecture architecture, AdamSettings adam, DataType type) {
    return new Network(
        architecture,
        adam,
        type,
        stored -> GraphBuilder.blank(architecture, stored, adam.updater()));
  }

  /** A network that learns nothing; load a state before using it. */
  public static Network forInference(Architecture architecture) {
    return forInference(architecture, Precision.FLOAT32);
  }

  /** As {@link #forInference(Architecture)}, in a given precision. */
  public static Network forInference(Architecture architecture, Precision precision) {
    return blank(architecture, NOT_LEARNING, precision.type());
  }

  /** The state of a new network, whose weights follow from the seed and the network's name. */
  public static NetworkState initial(Architecture architecture, AdamSettings adam, long seed) {
    long own = Seeds.mix(seed, architecture.name().hashCode());
    try (Network network = new Network(architecture, adam, DataType.FLOAT, own)) {
      return network.save();
    }
  }

  /** Values of the flat parameters, from one up to and without another. */
  public record Stretch(int from, int to) implements Serializable {}

  /** Where the flat parameters of a network hold the singular vectors of spectral norms. */
  public static List<Stretch> singularVectors(Architecture architecture) {
    List<Stretch> stretches = new ArrayList<>();
    try (Network network = forInference(architecture)) {
      for (var layer : network.graph.getLayers()) {
        INDArray vector = ((FusedRuntime<?>) layer).singularVector();
        if (vector != null) {
          int from = (int) (vector.offset() - network.parameters.offset());
          stretches.add(new Stretch(from, from + (int) vector.length()));
        }
      }
    }
    return stretches;
  }

  public Architecture architecture() {
    return architecture;
  }

  /** The DL4J graph; shares its parameters and optimiser state with this network. */
  public ComputationGraph graph() {
    return graph;
  }

  FusedRuntime<?> layer(String name) {
    return (FusedRuntime<?>) graph.getLayer(name);
  }

  /** A new pass over this network's layers. */
  public Pass newPass() {
    return sharedWeights == null
        ? new LayerwisePass(this)
        : new OneDnnPass(architecture, this::layer, sharedWeights);
  }

  /** A new pass that computes in the precision of the arrays, even if other passes do not. */
  public Pass newExactPass() {
    if (type != DataType.BFLOAT16) {
      return newPass();
    }
    if (exactWeights == null) {
      exactWeights = new SharedWeights(false);
    }
    return new OneDnnPass(architecture, this::layer, exactWeights);
  }

  /** Recomputes what depends on the weights only (spectral normalisation). */
  public void prepare() {
    for (var layer : graph.getLayers()) {
      ((FusedRuntime<?>) layer).prepare();
    }
    if (sharedWeights != null) {
      sharedWeights.refresh();
    }
    if (exactWeights != null) {
      exactWeights.refresh();
    }
  }

  public void clearGradients() {
    gradients.assign(0);
  }

  /** One optimiser step on the gradients added up since {@link #clearGradients}. */
  public void update() {
    completeGradients();
    if (flatAdam == null) {
      updater.applyUpdater(gradients, updates, 0);
      parameters.subi(gradients);
    } else {
      flatAdam.step(updates);
    }
    updates++;
  }

  /**
   * One step of plain gradient descent on the gradients added up since {@link #clearGradients}, in
   * place of {@link #update}; Adam's moments stay as they are.
   */
  public void descend(double learningRate) {
    completeGradients();
    parameters.subi(gradients.mul(learningRate));
    updates++;
  }

  /** Ends the gradients added up since {@link #clearGradients}; {@link #update} does so itself. */
  public void completeGradients() {
    for (var layer : graph.getLayers()) {
      ((FusedRuntime<?>) layer).completeGradients();
    }
  }

  /** Stores the spectral-norm vectors of the last {@link #prepare}. */
  public void commit() {
    for (var layer : graph.getLayers()) {
      ((FusedRuntime<?>) layer).commit();
    }
  }

  /** A copy of the current state. */
  public NetworkState save() {
    return new NetworkState(floats(parameters), floats(updaterState), updates);
  }

  private float[] floats(INDArray vector) {
    if (sharedWeights == null) {
      return vector.toFloatVector();
    }
    float[] values = SpareArrays.take((int) vector.length());
    vector.data().asNioFloat().get(values);
    return values;
  }

  /**
   * Draws the trained weights again and forgets the optimiser state; spectral-norm vectors and
   * moving statistics stay.
   */
  public void restart(long seed) {
    ComputationGraph fresh =
        GraphBuilder.build(architecture, parameters.dataType(), seed, updater.getConfig());
    for (var layer : graph.getLayers()) {
      ParamInitializer initializer = layer.conf().getLayer().initializer();
      List<String> trained = new ArrayList<>(initializer.weightKeys(layer.conf().getLayer()));
      trained.addAll(initializer.biasKeys(layer.conf().getLayer()));
      String name = layer.conf().getLayer().getLayerName();
      for (String key : trained) {
        layer.getParam(key).assign(fresh.getLayer(name).getParam(key));
      }
    }
    NativeMemory.free(fresh);
    updaterState.assign(0);
    updates = 0;
  }

  /** Replaces weights, optimiser state and update count. */
  public void load(NetworkState state) {
    assign(parameters, state.parameters());
    if (state.updaterState().length == 0) {
      updaterState.assign(0);
    } else {
      assign(updaterState, state.updaterState());
    }
    updates = state.updates();
    graph.getConfiguration().setIterationCount(updates);
  }

  private void assign(INDArray target, float[] values) {
    if (target.length() != values.length) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Network %s takes %d values, found %d",
              architecture.name(),
              target.length(),
              values.length),
          "The state belongs to another architecture.");
    }
    if (sharedWeights != null) {
      target.data().asNioFloat().put(values);
      return;
    }
    target.assign(Nd4j.createFromArray(values).reshape(target.shape()).castTo(target.dataType()));
  }

  @Override
  public long nativeBytes() {
    return NativeMemory.bytes(parameters)
        + NativeMemory.bytes(gradients)
        + NativeMemory.bytes(updaterState)
        + (sharedWeights == null ? 0 : sharedWeights.nativeBytes())
        + (exactWeights == null ? 0 : exactWeights.nativeBytes());
  }

  /** Frees the memory of the graph and of all passes, which must not be used any more. */
  @Override
  public void close() {
    if (sharedWeights != null) {
      sharedWeights.close();
    }
    if (exactWeights != null) {
      exactWeights.close();
    }
    NativeMemory.free(graph);
  }
}
