// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;
import static org.disentangle.net.oogan.OoganNetworks.FEATURES;
import static org.disentangle.net.oogan.OoganNetworks.IMAGE;
import static org.disentangle.net.oogan.OoganNetworks.LOG_VARIANCE;
import static org.disentangle.net.oogan.OoganNetworks.MEAN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.disentangle.net.oogan.OoganNetworks.Parts;

/**
 * The networks of OOGAN's tables as its text has them (Liu et al. 2020, table 3 and appendix C):
 * spectral normalisation of every convolution of G, D and Q, and a Q of a 3 x 3 convolution, a
 * leaky rectifier and pooling; a 4 x 4 one in groups of stride 2, a leaky rectifier (0.1) and
 * pooling; and a linear layer of all that is left. G's compete-free input is dense and not
 * normalised.
 *
 * <p>The paper has the first convolution in groups too. 256 shared maps cannot be cut into as many
 * groups as there are codes, so that its kernels, one for each code or two, read all of them; they
 * are orthogonal, as are those of the second.
 */
final class OoganTables {

  private OoganTables() {}

  /**
   * Filters of G and of D, from the input on.
   *
   * @param base side of G's first maps, doubled by every filter number after the first
   * @param generator of G's input, then of each convolution
   * @param discriminator of the first convolution, then of those with pooling
   * @param flat of a last convolution of D without pooling; 0 for none
   */
  private record Widths(int base, int[] generator, int[] discriminator, int flat) {}

  /** 28 x 28 as of MNIST: maps of 7 x 7 at the narrow end. The widths are this project's. */
  static OoganNetworks digits28(LatentSpace latent, int channels, int width, Parts parts) {
    return of(
        latent,
        channels,
        new Widths(
            7,
            new int[] {4 * width, 4 * width, 2 * width},
            new int[] {width, 2 * width, 4 * width},
            4 * width),
        parts);
  }

  /** 32 x 32 after the same pattern, for small sets; the widths are this project's. */
  static OoganNetworks small32(LatentSpace latent, int channels, int width, Parts parts) {
    return of(
        latent,
        channels,
        new Widths(
            4,
            new int[] {4 * width, 4 * width, 2 * width, width},
            new int[] {width, 2 * width, 4 * width, 4 * width},
            0),
        parts);
  }

  /** 64 x 64, the paper's table. */
  static OoganNetworks paper64(LatentSpace latent, int channels, int width, Parts parts) {
    return of(
        latent,
        channels,
        new Widths(
            4,
            new int[] {8 * width, 4 * width, 4 * width, 2 * width, width},
            new int[] {width, 2 * width, 4 * width, 4 * width, 8 * width},
            0),
        parts);
  }

  /**
   * 128 x 128: "one more conv-layer block on D and G". Which is not said; here it is one more of
   * the widest of those with pooling or upsampling.
   */
  static OoganNetworks paper128(LatentSpace latent, int channels, int width, Parts parts) {
    return of(
        latent,
        channels,
        new Widths(
            4,
            new int[] {8 * width, 4 * width, 4 * width, 4 * width, 2 * width, width},
            new int[] {width, 2 * width, 4 * width, 4 * width, 8 * width, 8 * width},
            0),
        parts);
  }

  private static OoganNetworks of(LatentSpace latent, int channels, Widths widths, Parts parts) {
    int side = widths.base() << (widths.generator().length - 1);
    Architecture g =
        Architecture.sequential(
            "G",
            Extent.vector(latent.inputSize()),
            generator(latent, channels, widths, parts.competeFree()),
            IMAGE);
    Architecture d =
        OoganNetworks.discriminator(
            new Extent(channels, side, side), widths.discriminator(), widths.flat());
    Architecture q = codes(d.outputNode(FEATURES).output(), latent, parts);
    List<String> orthogonal =
        parts.grouped()
            ? q.trunk().stream()
                .filter(layer -> !(layer instanceof OoganLayerSpec.AveragePool))
                .map(LayerSpec::name)
                .toList()
            : List.of();
    return new OoganNetworks(g, d, q, orthogonal, new ImageShape(channels, side, side));
  }

  private static List<LayerSpec> generator(
      LatentSpace latent, int channels, Widths widths, boolean competeFree) {
    int first = widths.generator()[0];
    List<LayerSpec> lines = new ArrayList<>();
    if (competeFree) {
      lines.add(
          new OoganLayerSpec.CompeteFreeMaps(
              "block", latent.codeWidth(), first, widths.base(), first, IDENTITY));
    } else {
      lines.addAll(new Layers().spread("block", first, widths.base()).list());
    }
    Layers layers = new Layers();
    for (int i = 1; i < widths.generator().length; i++) {
      layers
          .spectralUnitStride("conv" + i, widths.generator()[i], 3, IDENTITY)
          .batchNorm(LEAKY_RELU_10)
          .upsample();
    }
    lines.addAll(layers.spectralUnitStride("image", channels, 3, SIGMOID).list());
    return lines;
  }

  private static Architecture codes(Extent features, LatentSpace latent, Parts parts) {
    int groups = latent.codeWidth();
    int maps = groups * (parts.probabilistic() ? 2 : 1);
    List<LayerSpec> trunk =
        new ArrayList<>(
            new Layers().spectralUnitStride("conv1", maps, 3, LEAKY_RELU_10).averagePool().list());
    trunk.add(
        parts.grouped()
            ? new OoganLayerSpec.SpectralGroupedConvolution(
                "conv2", groups, maps, 4, 2, LEAKY_RELU_10)
            : new LayerSpec.Convolution("conv2", maps, 4, 2, true, LEAKY_RELU_10));
    trunk.add(new OoganLayerSpec.AveragePool("conv2_pool", IDENTITY));
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(MEAN, new Layers().dense(MEAN, groups, IDENTITY).list());
    if (parts.probabilistic()) {
      heads.put(
          LOG_VARIANCE, new Layers().dense(LOG_VARIANCE, latent.numContinuous(), IDENTITY).list());
    }
    return new Architecture("Q", features, trunk, heads);
  }
}
