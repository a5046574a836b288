// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.disentangle.net.layer.Nonlinearity;

/**
 * A network as data: a trunk of layers and one or more named heads on top of it.
 *
 * @param name the network's name in the papers: G, D or H
 * @param input size of its input
 * @param trunk layers every head shares
 * @param heads layers of each head by output name, in the order given; a head's last layer is an
 *     output, and the output of a head without layers is the trunk's
 */
public record Architecture(
    String name, Extent input, List<LayerSpec> trunk, Map<String, List<LayerSpec>> heads)
    implements Serializable {

  public Architecture {
    trunk = new ArrayList<>(trunk);
    heads = new LinkedHashMap<>(heads);
    heads.replaceAll((head, layers) -> new ArrayList<>(layers));
  }

  /** A network with a single output, which is its last layer. */
  public static Architecture sequential(
      String name, Extent input, List<LayerSpec> layers, String output) {
    int last = layers.size() - 1;
    return new Architecture(
        name, input, layers.subList(0, last), Map.of(output, layers.subList(last, last + 1)));
  }

  /**
   * One layer with the sizes around it.
   *
   * @param source name of the layer it reads, or {@link #INPUT}
   * @param received size of what that layer puts out
   * @param arranged the same values in the form this layer takes
   */
  public record Node(
      LayerSpec spec, String source, Extent received, Extent arranged, Extent output) {}

  /** Name of the input of every network. */
  public static final String INPUT = "input";

  /**
   * The same layers and parameters, with another element-wise function at the end of a head that
   * has layers.
   */
  public Architecture withOutput(String head, Nonlinearity nonlinearity) {
    return withLast(head, last -> last.with(nonlinearity));
  }

  /** The same with more outputs of a head, whose last layer is dense. */
  public Architecture withMoreOutputs(String head, int more) {
    return withLast(
        head,
        last -> {
          LayerSpec.Dense dense = (LayerSpec.Dense) last;
          return new LayerSpec.Dense(
              dense.name(), dense.outputs() + more, dense.spectral(), dense.nonlinearity());
        });
  }

  private Architecture withLast(String head, UnaryOperator<LayerSpec> change) {
    Map<String, List<LayerSpec>> changed = new LinkedHashMap<>(heads);
    List<LayerSpec> layers = new ArrayList<>(heads.get(head));
    layers.add(change.apply(layers.remove(layers.size() - 1)));
    changed.put(head, layers);
    return new Architecture(name, input, trunk, changed);
  }

  /** Values that a head gives for one input. */
  public int outputs(String head) {
    return outputNode(head).output().size();
  }

  /** The trunk's layers in order. */
  public List<Node> trunkNodes() {
    return chain(trunk, INPUT, input);
  }

  /** The layers of one head in order. */
  public List<Node> headNodes(String head) {
    List<Node> below = trunkNodes();
    Node last = below.get(below.size() - 1);
    return chain(heads.get(head), last.spec().name(), last.output());
  }

  /** The layer whose output is that of a head. */
  public Node outputNode(String head) {
    List<Node> nodes = heads.get(head).isEmpty() ? trunkNodes() : headNodes(head);
    return nodes.get(nodes.size() - 1);
  }

  private static List<Node> chain(List<LayerSpec> specs, String source, Extent received) {
    List<Node> nodes = new ArrayList<>();
    for (LayerSpec spec : specs) {
      Extent arranged = spec.arrange(received);
      Node node = new Node(spec, source, received, arranged, spec.output(arranged));
      nodes.add(node);
      source = spec.name();
      received = node.output();
    }
    return nodes;
  }
}
