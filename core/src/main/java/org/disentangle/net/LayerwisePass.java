// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.LayerPass;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A pass through the graph's own layers, on any ND4J backend and in any precision. */
final class LayerwisePass implements Pass {

  private record Step(Architecture.Node node, FusedRuntime<?> layer, LayerPass memory) {

    INDArray forward(INDArray input, boolean training) {
      return layer.forward(
          memory, input.reshape('c', node.arranged().batch(input.size(0))), training);
    }

    INDArray backward(INDArray epsilon, boolean wantInput, boolean wantParameters) {
      INDArray gradient = layer.backward(memory, epsilon, wantInput, wantParameters);
      return gradient == null
          ? null
          : gradient.reshape('c', node.received().batch(gradient.size(0)));
    }
  }

  private final List<Step> trunk;
  private final Map<String, List<Step>> heads = new LinkedHashMap<>();
  private final Set<String> headsRun = new LinkedHashSet<>();
  private INDArray trunkOutput;
  private boolean training;

  LayerwisePass(Network network) {
    Architecture architecture = network.architecture();
    trunk = steps(network, architecture.trunkNodes());
    for (String head : architecture.heads().keySet()) {
      heads.put(head, steps(network, architecture.headNodes(head)));
    }
  }

  private static List<Step> steps(Network network, List<Architecture.Node> nodes) {
    List<Step> steps = new ArrayList<>();
    for (Architecture.Node node : nodes) {
      steps.add(new Step(node, network.layer(node.spec().name()), new LayerPass()));
    }
    return steps;
  }

  @Override
  public void condition(int[] labels) {
    trunk.forEach(step -> step.memory().condition(labels));
    heads.values().forEach(steps -> steps.forEach(step -> step.memory().condition(labels)));
  }

  @Override
  public void forward(INDArray input, boolean training) {
    this.training = training;
    headsRun.clear();
    trunkOutput = run(trunk, input);
  }

  @Override
  public INDArray head(String name) {
    headsRun.add(name);
    return run(heads.get(name), trunkOutput);
  }

  private INDArray run(List<Step> steps, INDArray input) {
    INDArray values = input;
    for (Step step : steps) {
      values = step.forward(values, training);
    }
    return values;
  }

  @Override
  public INDArray backward(
      Map<String, INDArray> outputGradients, boolean wantInput, boolean wantParameters) {
    INDArray epsilon = null;
    for (Map.Entry<String, List<Step>> head : heads.entrySet()) { // a sum depends on the order
      INDArray gradient = outputGradients.get(head.getKey());
      if (gradient != null) {
        INDArray part = back(head.getValue(), gradient, true, wantParameters);
        epsilon = epsilon == null ? part : epsilon.add(part);
      }
    }
    return back(trunk, epsilon, wantInput, wantParameters);
  }

  @Override
  public void backwardHead(String head, INDArray gradient, int layers) {
    List<Step> steps = heads.get(head);
    back(steps.subList(steps.size() - layers, steps.size()), gradient, false, true);
  }

  private static INDArray back(
      List<Step> steps, INDArray epsilon, boolean wantInput, boolean wantParameters) {
    INDArray gradient = epsilon;
    for (int i = steps.size() - 1; i >= 0; i--) {
      gradient = steps.get(i).backward(gradient, i > 0 || wantInput, wantParameters);
    }
    return gradient;
  }

  @Override
  public void updateMovingStatistics() {
    updateMovingStatistics(trunk);
    headsRun.forEach(head -> updateMovingStatistics(heads.get(head)));
  }

  private static void updateMovingStatistics(List<Step> steps) {
    steps.forEach(step -> step.layer().updateMovingStatistics(step.memory()));
  }
}
