// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.layer.FusedCompeteFree;

/**
 * The three networks of OOGAN (Liu et al. 2020).
 *
 * @param generator G: latent vector to image in [0, 1]; output {@value #IMAGE}
 * @param discriminator D: image to a score, the higher the more real, and to the feature maps that
 *     Q reads, which are the output of its trunk; outputs {@value #REAL} and {@value #FEATURES}
 * @param codes Q: those feature maps to the mean of each continuous code, after one logit for each
 *     category of the categorical ones, and, if probabilistic, the logarithm of its variance (twice
 *     that of the standard deviation); outputs {@value #MEAN} and {@value #LOG_VARIANCE}, [batch,
 *     codes] or [batch, codes, 1, 1]
 * @param orthogonal names of Q's layers whose kernels are to be orthogonal; none where that part is
 *     off
 */
public record OoganNetworks(
    Architecture generator,
    Architecture discriminator,
    Architecture codes,
    List<String> orthogonal,
    ImageShape imageShape)
    implements CodeNetworks {

  public static final String IMAGE = "image";
  public static final String REAL = "real";
  public static final String FEATURES = "features";
  public static final String MEAN = "mean";
  public static final String LOG_VARIANCE = "logVariance";

  /** Layers of D that Q shares: the first convolution and two with pooling. */
  private static final int SHARED = 3;

  /**
   * What the networks are made of.
   *
   * @param competeFree whether G has the compete-free input, rather than a transposed convolution
   *     of codes and noise alike
   * @param grouped whether Q reads each code off its own maps, with orthogonal kernels, rather than
   *     having ordinary layers of the same sizes
   * @param probabilistic whether Q has a variance a code rather than 1
   */
  public record Parts(boolean competeFree, boolean grouped, boolean probabilistic) {}

  public OoganNetworks {
    orthogonal = List.copyOf(orthogonal);
  }

  @Override
  public Map<String, Architecture> architectures() {
    return new TreeMap<>(
        Map.of(
            generator.name(), generator,
            discriminator.name(), discriminator,
            codes.name(), codes));
  }

  @Override
  public ImageOutput toImages() {
    return new ImageOutput(generator, IMAGE, false);
  }

  /** Q's means, of what D's trunk makes of an image. */
  @Override
  public CodeOutput toCodes() {
    return new CodeOutput(
        List.of(new CodeOutput.Step(discriminator, FEATURES)), codes, MEAN, null, false);
  }

  /** Whether Q has a variance a code. */
  public boolean probabilistic() {
    return codes.heads().containsKey(LOG_VARIANCE);
  }

  /**
   * 64 x 64, the paper's tables: in G bilinear upsampling, batch normalisation and rectifiers of
   * slope 0.1; in D spectral normalisation of every convolution, batch normalisation, the rectifier
   * and average pooling, and a last convolution over all of 4 x 4, which is a dense layer. The
   * authors' code has nearest-pixel upsampling, tanh, slope 0.2 after the pooling in D, and
   * spectral normalisation of three layers.
   *
   * <p>As in that code, the kernels of Q's first layer read all shared maps, one or two kernels a
   * code (256 maps are not cut into as many groups as there are codes), and the linear layer that
   * the paper puts last stays within groups too. What that code has in Q besides is one more
   * convolution and pooling before them.
   *
   * @param channels of images, 1 or 3
   * @param width filters of the narrowest layers of G and D; 64 in the paper
   */
  public static OoganNetworks paper64(LatentSpace latent, int channels, int width, Parts parts) {
    int[] generator = {8 * width, 4 * width, 4 * width, 2 * width, width};
    int[] discriminator = {width, 2 * width, 4 * width, 4 * width, 8 * width};
    return assemble(latent, channels, generator, discriminator, parts);
  }

  /**
   * 32 x 32 after the same pattern, for small sets and quick runs; this project's.
   *
   * @param channels of images, 1 or 3
   * @param width filters of the narrowest layers of G and D; 16 trains in minutes
   */
  public static OoganNetworks small32(LatentSpace latent, int channels, int width, Parts parts) {
    int[] generator = {4 * width, 4 * width, 2 * width, width};
    int[] discriminator = {width, 2 * width, 4 * width, 4 * width};
    return assemble(latent, channels, generator, discriminator, parts);
  }

  /**
   * 64 x 64 as the paper's text has them; {@link #paper64} has an earlier Q of this project, and
   * spectral normalisation in D alone.
   *
   * @param channels of images, 1 or 3
   * @param width filters of the narrowest layers of G and D; 64 in the paper
   */
  public static OoganNetworks table64(LatentSpace latent, int channels, int width, Parts parts) {
    return OoganTables.paper64(latent, channels, width, parts);
  }

  /** 128 x 128 as the paper's text has them: one more block in G and D. */
  public static OoganNetworks table128(LatentSpace latent, int channels, int width, Parts parts) {
    return OoganTables.paper128(latent, channels, width, parts);
  }

  /** 32 x 32 after the pattern of the paper's text, in this project's widths. */
  public static OoganNetworks table32(LatentSpace latent, int channels, int width, Parts parts) {
    return OoganTables.small32(latent, channels, width, parts);
  }

  /** 28 x 28 after the pattern of the paper's text, in this project's widths. */
  public static OoganNetworks table28(LatentSpace latent, int channels, int width, Parts parts) {
    return OoganTables.digits28(latent, channels, width, parts);
  }

  private static OoganNetworks assemble(
      LatentSpace latent, int channels, int[] generator, int[] discriminator, Parts parts) {
    int side = FusedCompeteFree.SIDE << (generator.length - 1);
    Architecture g =
        Architecture.sequential(
            "G",
            Extent.vector(latent.inputSize()),
            generator(latent, channels, generator, parts.competeFree()).list(),
            IMAGE);
    Architecture d = discriminator(new Extent(channels, side, side), discriminator, 0);
    Architecture q = codes(d.outputNode(FEATURES).output(), latent, parts);
    List<String> orthogonal =
        parts.grouped() ? q.trunk().stream().map(LayerSpec::name).toList() : List.of();
    return new OoganNetworks(g, d, q, orthogonal, new ImageShape(channels, side, side));
  }

  /** Each width but the first is that of a convolution whose output is then upsampled. */
  private static Layers generator(
      LatentSpace latent, int channels, int[] widths, boolean competeFree) {
    Layers layers =
        competeFree
            ? new Layers().competeFree("block", latent.codeWidth(), widths[0], widths[0])
            : new Layers().spread("block", widths[0], FusedCompeteFree.SIDE);
    for (int i = 1; i < widths.length; i++) {
      layers.unitStride("conv" + i, widths[i], 3, IDENTITY).batchNorm(LEAKY_RELU_10).upsample();
    }
    return layers.unitStride("image", channels, 3, SIGMOID);
  }

  /**
   * D.
   *
   * @param widths filters of the first convolution, then of those with pooling
   * @param flat of a last convolution without pooling; 0 for none
   */
  static Architecture discriminator(Extent image, int[] widths, int flat) {
    Layers trunk = new Layers();
    Layers rest = new Layers();
    for (int i = 0; i < widths.length; i++) {
      Layers layers = i < SHARED ? trunk : rest;
      layers.spectralUnitStride("conv" + (i + 1), widths[i], i == 0 ? 1 : 3, IDENTITY);
      if (i > 0) {
        layers.batchNorm(LEAKY_RELU_10).averagePool();
      }
    }
    if (flat > 0) {
      rest.spectralUnitStride("conv" + (widths.length + 1), flat, 3, IDENTITY)
          .batchNorm(LEAKY_RELU_10);
    }
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(REAL, rest.spectralDense("real", 1, IDENTITY).list());
    heads.put(FEATURES, new ArrayList<>());
    return new Architecture("D", image, trunk.list(), heads);
  }

  private static Architecture codes(Extent features, LatentSpace latent, Parts parts) {
    int numCodes = latent.codeWidth();
    int maps = numCodes * (parts.probabilistic() ? 2 : 1);
    Layers trunk = new Layers().unitStride("conv1", maps, 3, LEAKY_RELU_10);
    trunk =
        parts.grouped()
            ? trunk.grouped("conv2", numCodes, maps, 4, 2, IDENTITY)
            : trunk.convolution("conv2", maps, 4, IDENTITY);
    int side = features.height() / 2;
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    for (String head : parts.probabilistic() ? List.of(MEAN, LOG_VARIANCE) : List.of(MEAN)) {
      int values = head.equals(MEAN) ? numCodes : latent.numContinuous();
      Layers linear =
          parts.grouped() && values == numCodes
              ? new Layers().grouped(head, numCodes, numCodes, side, side, IDENTITY)
              : new Layers().dense(head, values, IDENTITY);
      heads.put(head, linear.list());
    }
    return new Architecture("Q", features, trunk.list(), heads);
  }
}
