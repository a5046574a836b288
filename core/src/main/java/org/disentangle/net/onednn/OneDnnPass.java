// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.PointerScope;
import org.disentangle.net.Pass;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.ConvolutionShape.ConvolutionStage;
import org.disentangle.net.onednn.ConvolutionShape.TransposedConvolutionStage;
import org.disentangle.net.onednn.Stage.Product;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A pass compiled for the batch size of its first run. */
public final class OneDnnPass implements Pass {

  /** A trunk or a head, compiled. */
  private static final class Chain {
    final List<Stage> stages = new ArrayList<>();
    final Program training = new Program();
    final Program inference = new Program();
    memory output;

    /** The output (and its gradient) as arrays; heads only. */
    INDArray result;

    INDArray epsilon;
    memory epsilonMemory;
    memory inputGradient;
  }

  private final Architecture architecture;
  private final Function<String, FusedRuntime<?>> layers;
  private final SharedWeights weights;
  private final Device device;
  private final Map<String, Chain> heads = new LinkedHashMap<>();
  private final Map<String, Runnable> startGradient = new HashMap<>();
  private final Map<String, Runnable> addGradient = new HashMap<>();
  private final Set<String> headsRun = new LinkedHashSet<>();
  private Chain trunk;
  private INDArray input;
  private INDArray inputGradient;
  private Program inputGradientCopy;
  private boolean training;
  private int[] labels;

  /**
   * @param layers the graph's layers by name
   * @param weights shared by all passes of the network
   */
  public OneDnnPass(
      Architecture architecture, Function<String, FusedRuntime<?>> layers, SharedWeights weights) {
    this.architecture = architecture;
    this.layers = layers;
    this.weights = weights;
    device = weights.device();
  }

  @Override
  public void condition(int[] labels) {
    this.labels = labels;
  }

  @Override
  public void forward(INDArray values, boolean training) {
    if (trunk == null || input.size(0) != values.size(0)) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
          PointerScope owned = device.owning()) {
        compile(values.size(0));
      }
    }
    input.assign(values);
    trunk.stages.forEach(stage -> stage.condition(labels));
    heads.values().forEach(head -> head.stages.forEach(stage -> stage.condition(labels)));
    this.training = training;
    headsRun.clear();
    (training ? trunk.training : trunk.inference).run();
  }

  @Override
  public INDArray head(String name) {
    Chain head = heads.get(name);
    headsRun.add(name);
    (training ? head.training : head.inference).run();
    return head.result;
  }

  @Override
  public INDArray backward(
      Map<String, INDArray> outputGradients, boolean wantInput, boolean wantParameters) {
    prepareBackward();
    Map<String, Runnable> gather = startGradient;
    for (Map.Entry<String, Chain> entry : heads.entrySet()) {
      INDArray gradient = outputGradients.get(entry.getKey());
      if (gradient != null) {
        entry.getValue().epsilon.assign(gradient);
        backward(entry.getValue().stages, true, wantParameters);
        gather.get(entry.getKey()).run();
        gather = addGradient;
      }
    }
    backward(trunk.stages, wantInput, wantParameters);
    if (!wantInput) {
      return null;
    }
    inputGradientCopy.run();
    return inputGradient;
  }

  @Override
  public void backwardHead(String name, INDArray gradient, int layers) {
    prepareBackward();
    Chain head = heads.get(name);
    head.epsilon.assign(gradient);
    int all = head.stages.size();
    backward(head.stages.subList(all - layers, all), false, true);
  }

  private void prepareBackward() {
    if (inputGradientCopy == null) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
          PointerScope owned = device.owning()) {
        compileBackward();
      }
    }
  }

  private static void backward(List<Stage> stages, boolean wantInput, boolean wantParameters) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      stages.get(i).backward(i > 0 || wantInput, wantParameters);
    }
  }

  @Override
  public void updateMovingStatistics() {
    trunk.stages.forEach(Stage::updateMovingStatistics);
    headsRun.forEach(head -> heads.get(head).stages.forEach(Stage::updateMovingStatistics));
  }

  private void compile(long batch) {
    long[] sizes = architecture.input().batch(batch);
    input = device.array(sizes);
    inputGradientCopy = null;
    trunk = compile(architecture.trunkNodes(), device.over(input, FLOATS.plain(sizes)), batch);
    for (String name : architecture.heads().keySet()) {
      Chain head = compile(architecture.headNodes(name), trunk.output, batch);
      long[] outputSizes = architecture.outputNode(name).output().batch(batch);
      head.result = device.array(outputSizes);
      Runnable copy = device.copy(head.output, device.over(head.result, FLOATS.plain(outputSizes)));
      head.training.add(copy);
      head.inference.add(copy);
      heads.put(name, head);
    }
  }

  private Chain compile(List<Architecture.Node> nodes, memory input, long batch) {
    Chain chain = new Chain();
    memory values = input;
    for (Architecture.Node node : nodes) {
      if (cutsVector(node)) {
        values = device.view(values, Layouts.like(values).plain(node.arranged().batch(batch)));
      }
      Stage stage = stage(node, batch);
      values = stage.compileForward(values, chain.training, chain.inference);
      chain.stages.add(stage);
    }
    chain.output = values;
    return chain;
  }

  private static boolean cutsVector(Architecture.Node node) {
    return node.spec() instanceof LayerSpec.TransposedConvolution && node.received().isVector();
  }

  private Stage stage(Architecture.Node node, long batch) {
    FusedRuntime<?> layer = layers.apply(node.spec().name());
    long[] from = node.arranged().batch(batch);
    long[] to = node.output().batch(batch);
    Product product = new Product(layer, weights, isOutput(node) ? FLOATS : device.values());
    if (node.spec() instanceof LayerSpec.Dense) {
      return new DenseStage(product, node.received().batch(batch), to);
    } else if (node.spec() instanceof LayerSpec.Convolution) {
      return new ConvolutionStage(product, from, to);
    } else if (node.spec() instanceof LayerSpec.TransposedConvolution) {
      return new TransposedConvolutionStage(product, from, to);
    } else if (node.spec() instanceof LayerSpec.BatchNorm) {
      return new BatchNormStage(layer, weights, from);
    } else if (node.spec() instanceof OoganLayerSpec.AveragePool) {
      return new PoolingStage(layer, device, to);
    } else if (node.spec() instanceof OoganLayerSpec.Upsample) {
      return new UpsampleStage(layer, device, to);
    }
    return new LayerStage(layer, device, from, to);
  }

  private boolean isOutput(Architecture.Node node) {
    return architecture.heads().keySet().stream()
        .anyMatch(head -> architecture.outputNode(head).spec().equals(node.spec()));
  }

  private void compileBackward() {
    long batch = input.size(0);
    heads.forEach(
        (name, head) -> {
          long[] sizes = architecture.outputNode(name).output().batch(batch);
          head.epsilon = device.array(sizes);
          head.epsilonMemory = device.over(head.epsilon, FLOATS.plain(sizes));
          compileBackward(head, architecture.headNodes(name), batch);
        });
    trunk.epsilonMemory = compileGradientOfTrunk(batch);
    compileBackward(trunk, architecture.trunkNodes(), batch);
    long[] sizes = architecture.input().batch(batch);
    inputGradient = device.array(sizes);
    inputGradientCopy = new Program();
    inputGradientCopy.add(
        device.copy(trunk.inputGradient, device.over(inputGradient, FLOATS.plain(sizes))));
  }

  /** That of the only head, or the sum of those of all heads, in single precision. */
  private memory compileGradientOfTrunk(long batch) {
    if (heads.size() == 1 && !architecture.headNodes(heads.keySet().iterator().next()).isEmpty()) {
      String only = heads.keySet().iterator().next();
      startGradient.put(only, () -> {});
      return heads.get(only).inputGradient;
    }
    List<Architecture.Node> nodes = architecture.trunkNodes();
    memory sum =
        device.allocate(
            Layouts.like(trunk.output) == FLOATS
                ? trunk.output.get_desc()
                : FLOATS.plain(nodes.get(nodes.size() - 1).output().batch(batch)));
    heads.forEach(
        (name, head) -> {
          startGradient.put(name, device.copy(head.inputGradient, sum));
          addGradient.put(name, device.add(head.inputGradient, sum));
        });
    return sum;
  }

  private void compileBackward(Chain chain, List<Architecture.Node> nodes, long batch) {
    memory gradient = chain.epsilonMemory;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Architecture.Node node = nodes.get(i);
      gradient = chain.stages.get(i).compileBackward(gradient);
      if (cutsVector(node)) {
        Layouts layouts = Layouts.like(gradient);
        memory plain = device.allocate(layouts.plain(node.arranged().batch(batch)));
        chain.stages.get(i).inputGradient.add(device.copy(gradient, plain));
        gradient = device.view(plain, layouts.plain(node.received().batch(batch)));
      }
    }
    chain.inputGradient = gradient;
  }
}
