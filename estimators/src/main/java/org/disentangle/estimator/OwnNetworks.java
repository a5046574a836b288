// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.architecture.OoganLayerSpec.CompeteFree;
import org.disentangle.net.architecture.OoganLayerSpec.CompeteFreeMaps;
import org.disentangle.stage.InputErrors;

/**
 * Networks given as JSON by {@code architecture} instead of a preset's; refused unless their sizes
 * fit together and to the other Params.
 *
 * @param errors of the stage
 * @param names the networks that the text has, such as "G, D and H"
 * @param params Params that sizes must agree with and their values, such as "numCodes = 4"
 * @param advice what to set where they do not agree
 */
record OwnNetworks(InputErrors errors, String names, String params, String advice) {

  private static final String NAME = "architecture";

  /** Any number of values of an output. */
  static final int ANY = -1;

  /** Of a system whose sizes are those of codes and noise. */
  static OwnNetworks ofCodes(
      InputErrors errors, String names, int numCodes, List<Integer> categories, int noiseDim) {
    return new OwnNetworks(
        errors,
        names,
        String.format(
            Locale.ROOT,
            "numCodes = %d%s and noiseDim = %d",
            numCodes,
            categories.isEmpty() ? "" : ", categories = " + categories,
            noiseDim),
        "Set numCodes and noiseDim to what the architecture was written for.");
  }

  /**
   * The networks of the text; each of them is then to be checked.
   *
   * @throws InvalidInputException if the text is no such networks as JSON, or has no image shape
   */
  <N extends Record> N read(String json, Class<N> type, Function<N, ImageShape> shape) {
    N own;
    try {
      own = NetworksJson.read(json, type);
    } catch (InvalidInputException e) {
      throw refused(e.problem());
    }
    if (own == null || shape.apply(own) == null) {
      throw refused("networks without imageShape");
    }
    return own;
  }

  /**
   * Refuses a network that lacks an output or has another, or in which a size is wrong.
   *
   * @param name that it must have
   * @param network null where the text has none
   * @param input values that it takes
   * @param heads values of each of its outputs, or {@link #ANY}
   */
  void check(String name, Architecture network, int input, Map<String, Integer> heads) {
    if (network == null || !name.equals(network.name()) || network.input() == null) {
      throw refused(String.format(Locale.ROOT, "no network %s with an input", name));
    }
    if (network.input().size() != input) {
      throw wrongSize(
          String.format(Locale.ROOT, "%s of %d inputs", name, network.input().size()),
          input + " inputs");
    }
    if (!network.heads().keySet().equals(heads.keySet())) {
      throw refused(
          String.format(Locale.ROOT, "%s with outputs %s", name, network.heads().keySet()));
    }
    requireFit(name, nodes(network::trunkNodes, name));
    for (Map.Entry<String, Integer> head : heads.entrySet()) {
      List<Architecture.Node> nodes = nodes(() -> network.headNodes(head.getKey()), name);
      requireFit(name, nodes);
      int found = nodes.isEmpty() ? 0 : nodes.get(nodes.size() - 1).output().size();
      if (head.getValue() != ANY && found != head.getValue()) {
        throw wrongSize(
            String.format(
                Locale.ROOT, "output '%s' of %s with %d values", head.getKey(), name, found),
            head.getValue() + " values");
      }
    }
  }

  /** Refuses a compete-free input for another number of codes. */
  void requireCodes(Architecture generator, int codes) {
    for (LayerSpec layer : generator.trunk()) {
      int found =
          layer instanceof CompeteFree one
              ? one.numCodes()
              : layer instanceof CompeteFreeMaps maps ? maps.numCodes() : codes;
      if (found != codes) {
        throw wrongSize(
            String.format(Locale.ROOT, "layer %s, which takes %d codes", layer.name(), found),
            codes + " codes");
      }
    }
  }

  /**
   * Refuses names of layers that a network does not have.
   *
   * @param list what the list is called in the text
   */
  void requireLayers(String list, List<String> names, Architecture network) {
    for (String name : names) {
      if (network.trunk().stream().noneMatch(layer -> layer.name().equals(name))
          && network.heads().values().stream()
              .noneMatch(head -> head.stream().anyMatch(layer -> layer.name().equals(name)))) {
        throw refused(
            String.format(
                Locale.ROOT, "'%s' in %s, which %s has no layer of", name, list, network.name()));
      }
    }
  }

  private List<Architecture.Node> nodes(Supplier<List<Architecture.Node>> nodes, String name) {
    try {
      return nodes.get();
    } catch (RuntimeException e) {
      throw refused(
          String.format(
              Locale.ROOT, "%s with a layer that makes no sense (%s)", name, e.getMessage()));
    }
  }

  private void requireFit(String name, List<Architecture.Node> nodes) {
    for (Architecture.Node node : nodes) {
      if (node.received().size() != node.arranged().size()) {
        throw wrongSize(
            String.format(
                Locale.ROOT,
                "layer %s of %s, which takes %d values",
                node.spec().name(),
                name,
                node.arranged().size()),
            String.format(
                Locale.ROOT, "%d values, as the layer before it gives", node.received().size()));
      }
    }
  }

  /** The networks are not what the system has. */
  InvalidInputException refused(String found) {
    return errors.parameter(
        NAME,
        found,
        String.format(Locale.ROOT, "the networks %s as JSON", names),
        "Start from the text that NetworksJson.write gives for a preset.");
  }

  /** The networks do not fit together, or not to the other Params. */
  InvalidInputException wrongSize(String found, String expected) {
    return errors.parameter(
        NAME, found, String.format(Locale.ROOT, "%s, with %s", expected, params), advice);
  }
}
