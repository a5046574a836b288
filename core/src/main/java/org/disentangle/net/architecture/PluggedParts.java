// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.architecture.OoganLayerSpec.CompeteFreeMaps;
import org.disentangle.net.architecture.OoganLayerSpec.GroupedConvolution;

/**
 * OOGAN's two changes of networks (Liu et al. 2020), made to those of another GAN: "modules that
 * can be plugged into any GAN framework". All layers that the changes do not name stay as they are.
 */
public final class PluggedParts {

  /** Layer of G that the compete-free input is. */
  public static final String BLOCK = "block";

  /**
   * Side of the kernels of the grouped convolution before the last, and its stride, as in OOGAN.
   */
  private static final int KERNEL = 4;

  private static final int STRIDE = 2;

  private PluggedParts() {}

  /**
   * G with a compete-free input: the dense layers before its first transposed convolution give way
   * to one layer in which codes make the maps, and say how much of the noise each map takes. The
   * maps are as many and as large as before, and the element-wise function and batch normalisation
   * after them stay.
   *
   * @param generator latent vector to image; its input has at least one value more than there are
   *     codes
   * @param numCodes leading values of its input that are codes, one for each category of a
   *     categorical code
   * @throws InvalidInputException if no dense layer leads to a transposed convolution
   */
  public static Architecture competeFree(Architecture generator, int numCodes) {
    List<LayerSpec> trunk = generator.trunk();
    int up = 0;
    while (up < trunk.size() && !(trunk.get(up) instanceof TransposedConvolution)) {
      up++;
    }
    int dense = Math.min(up, trunk.size() - 1);
    while (dense >= 0 && !(trunk.get(dense) instanceof Dense)) {
      dense--;
    }
    if (up == trunk.size() || dense < 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "competeFree: found a network %s without a dense layer before its first transposed"
                  + " convolution; expected one, which the compete-free input replaces",
              generator.name()));
    }
    Extent maps = generator.trunkNodes().get(up).arranged();
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(
        new CompeteFreeMaps(
            BLOCK,
            numCodes,
            maps.channels(),
            maps.height(),
            maps.channels(),
            ((Dense) trunk.get(dense)).nonlinearity()));
    for (LayerSpec between : trunk.subList(dense + 1, up)) {
      layers.add(
          between instanceof BatchNorm norm
              ? new BatchNorm(BLOCK + "_bn", norm.nonlinearity())
              : between);
    }
    layers.addAll(trunk.subList(up, trunk.size()));
    return new Architecture(generator.name(), generator.input(), layers, generator.heads());
  }

  /**
   * An encoder whose head reads each of its values off a feature map of that value's own, as
   * OOGAN's Q does: a 3 x 3 convolution with one filter per value and a leaky rectifier (0.1), a 4
   * x 4 one of stride 2 in as many groups, and a linear one over all that is left, in groups too.
   * The head starts from the network's last feature maps; the layers after these in the trunk go on
   * to the other heads alone.
   *
   * @param encoder image to the values of its heads
   * @param head whose layers are replaced; it has as many values as before, as maps of one pixel
   * @throws InvalidInputException if the trunk has no convolution
   */
  public static Architecture grouped(Architecture encoder, String head) {
    List<LayerSpec> trunk = encoder.trunk();
    int end = trunk.size();
    while (end > 0 && !isOfMaps(trunk, end - 1)) {
      end--;
    }
    if (end == 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "grouped: found a network %s whose trunk has no convolution; expected one, whose maps"
                  + " the codes are read off",
              encoder.name()));
    }
    int values = encoder.outputs(head);
    Extent features = encoder.trunkNodes().get(end - 1).output();
    int height = (features.height() + STRIDE - 1) / STRIDE;
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    for (Map.Entry<String, List<LayerSpec>> other : encoder.heads().entrySet()) {
      List<LayerSpec> layers = new ArrayList<>(trunk.subList(end, trunk.size()));
      layers.addAll(other.getValue());
      heads.put(other.getKey(), layers);
    }
    heads.put(
        head,
        new Layers()
            .unitStride(head + "1", values, 3, LEAKY_RELU_10)
            .grouped(head + "2", values, values, KERNEL, STRIDE, IDENTITY)
            .grouped(head + "3", values, values, height, height, IDENTITY)
            .list());
    return new Architecture(encoder.name(), encoder.input(), trunk.subList(0, end), heads);
  }

  /** A convolution, or what normalises one. */
  private static boolean isOfMaps(List<LayerSpec> layers, int at) {
    return layers.get(at) instanceof Convolution
        || (at > 0
            && layers.get(at) instanceof BatchNorm
            && layers.get(at - 1) instanceof Convolution);
  }

  /**
   * Names of the layers of a head whose kernels are to be orthogonal: all but the last, which is
   * linear, if the head ends in groups; none if it does not.
   */
  public static List<String> orthogonal(Architecture encoder, String head) {
    List<LayerSpec> layers = encoder.heads().get(head);
    if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof GroupedConvolution)) {
      return List.of();
    }
    return layers.subList(0, layers.size() - 1).stream().map(LayerSpec::name).toList();
  }
}
