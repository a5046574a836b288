// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import static org.disentangle.net.onnx.OnnxGraph.number;
import static org.disentangle.net.onnx.OnnxGraph.whole;

import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.AttributeProto;
import org.disentangle.net.layer.FusedCompeteFree;
import org.disentangle.net.layer.FusedRuntime;

/** OOGAN's compete-free input ({@link FusedCompeteFree}) as ONNX operators. */
final class CompeteFreeOperators {

  private static final AttributeProto TRANSPOSED = whole("transB", 1);

  private final OnnxGraph graph;
  private final FusedRuntime<?> layer;
  private final String name;
  private final FusedCompeteFree conf;

  /**
   * @param name what its operators and parameters are called after
   */
  CompeteFreeOperators(OnnxGraph graph, FusedRuntime<?> layer, String name) {
    this.graph = graph;
    this.layer = layer;
    this.name = name;
    conf = (FusedCompeteFree) layer.layerConf();
  }

  /**
   * K + A c + m(c) * B z of the codes c and the noise z of a latent vector.
   *
   * @param output what the result is called: its maps
   */
  String add(String output, String latent) {
    long filters = conf.getNOut();
    String codes = part("c", latent, 0, conf.numCodes());
    String noise = part("z", latent, conf.numCodes(), conf.getNIn());
    String hidden =
        graph.add(
            inner("h"),
            "Relu",
            List.of(
                graph.add(
                    inner("h/linear"),
                    "Gemm",
                    product(codes, "hidden", "hiddenBias"),
                    TRANSPOSED)));
    String mask =
        graph.add(
            inner("m/vector"),
            "Gemm",
            product(hidden, "mask", "maskBias"),
            TRANSPOSED,
            number("alpha", filters),
            number("beta", filters));
    String perMap =
        graph.add(
            inner("m"),
            "Reshape",
            List.of(mask, graph.constant(inner("m/shape"), 0, filters, 1, 1)));
    String fromCodes =
        graph.add(inner("Ac"), "Gemm", product(codes, "codes", "constant"), TRANSPOSED);
    String fromNoise = graph.add(inner("Bz"), "Gemm", product(noise, "noise"), TRANSPOSED);
    String shape = graph.constant(inner("shape"), 0, filters, conf.side(), conf.side());
    String masked =
        graph.add(
            inner("mBz"),
            "Mul",
            List.of(graph.add(inner("Bz/maps"), "Reshape", List.of(fromNoise, shape)), perMap));
    String maps = graph.add(inner("Ac/maps"), "Reshape", List.of(fromCodes, shape));
    return graph.add(output, "Add", List.of(maps, masked));
  }

  private String inner(String part) {
    return name + "/" + part;
  }

  /** A vector, a weight and perhaps a bias. */
  private List<String> product(String vector, String... parameters) {
    List<String> inputs = new ArrayList<>(List.of(vector));
    for (String parameter : parameters) {
      inputs.add(LayerValues.constant(graph, layer, name, parameter));
    }
    return inputs;
  }

  private String part(String part, String vector, long from, long to) {
    return Slices.columns(graph, inner(part), vector, from, to);
  }
}
