// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;
import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU_10;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;
import static org.disentangle.net.layer.Nonlinearity.TANH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;

/**
 * The networks of InfoGAN (Chen et al. 2016, appendix C): no H, batch normalisation instead of
 * spectral normalisation, slope 0.1 of leaky rectifiers as in the text. Where a line of a table has
 * both, batch normalisation comes before the rectifier, as in the authors' code.
 */
public final class InfoGanTables {

  private InfoGanTables() {}

  /** MNIST, 28 x 28 grey. */
  public static InfoGanCrNetworks mnist28(LatentSpace latent) {
    return grey(latent, 28, new Widths(64, 128, 1024, 128), new Widths(64, 128, 1024, 0));
  }

  /** A light one of this project, 28 or 32 pixels, grey: minutes on two cores. */
  public static InfoGanCrNetworks small(LatentSpace latent, int side) {
    return grey(latent, side, new Widths(32, 64, 256, 64), new Widths(32, 64, 256, 0));
  }

  /** Faces, 32 x 32 grey; D and Q share all but their last layers. */
  public static InfoGanCrNetworks faces32(LatentSpace latent) {
    return grey(latent, 32, new Widths(64, 128, 1024, 0), new Widths(64, 128, 1024, 0));
  }

  /**
   * Of two layers of maps and one dense layer.
   *
   * @param outer filters next to the image
   * @param inner filters next to the dense layer
   * @param dense units
   * @param head units of Q's own layer; 0 if it has none
   */
  private record Widths(int outer, int inner, int dense, int head) {}

  private static InfoGanCrNetworks grey(LatentSpace latent, int side, Widths d, Widths g) {
    Layers trunk =
        new Layers()
            .convolution("conv1", d.outer(), 4, LEAKY_RELU_10)
            .convolution("conv2", d.inner(), 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .dense("fc", d.dense(), IDENTITY)
            .batchNorm(LEAKY_RELU_10);
    Layers generator =
        new Layers()
            .dense("fc1", g.dense(), IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", side / 4 * (side / 4) * g.inner(), IDENTITY)
            .batchNorm(RELU)
            .up("up1", side / 4, g.outer(), 4, IDENTITY)
            .batchNorm(RELU)
            .up("up2", side / 2, 1, 4, SIGMOID);
    return assemble(
        latent, new ImageShape(1, side, side), generator, trunk, head(latent, d.head()));
  }

  /** SVHN and CelebA, 32 x 32 RGB in [-1, 1]. */
  public static InfoGanCrNetworks colour32(LatentSpace latent) {
    Layers trunk =
        new Layers()
            .convolution("conv1", 64, 4, LEAKY_RELU_10)
            .convolution("conv2", 128, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .convolution("conv3", 256, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10);
    Layers generator =
        new Layers()
            .dense("fc", 2 * 2 * 448, IDENTITY)
            .batchNorm(RELU)
            .up("up1", 2, 256, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up2", 4, 128, 4, RELU)
            .up("up3", 8, 64, 4, RELU)
            .up("up4", 16, 3, 4, TANH);
    return assemble(latent, new ImageShape(3, 32, 32), generator, trunk, head(latent, 128));
  }

  /** Chairs, 64 x 64 grey; D and Q share all but their last layers. */
  public static InfoGanCrNetworks chairs64(LatentSpace latent) {
    Layers trunk =
        new Layers()
            .convolution("conv1", 64, 4, LEAKY_RELU_10)
            .convolution("conv2", 128, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .convolution("conv3", 256, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .unitStride("conv4", 256, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .unitStride("conv5", 256, 4, IDENTITY)
            .batchNorm(LEAKY_RELU_10)
            .dense("fc", 1024, IDENTITY)
            .batchNorm(LEAKY_RELU_10);
    Layers generator =
        new Layers()
            .dense("fc1", 1024, IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", 8 * 8 * 256, IDENTITY)
            .batchNorm(RELU)
            .unitStrideUp("up1", 8, 256, 4, IDENTITY)
            .batchNorm(RELU)
            .unitStrideUp("up2", 8, 256, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up3", 8, 128, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up4", 16, 64, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up5", 32, 1, 4, SIGMOID);
    return assemble(latent, new ImageShape(1, 64, 64), generator, trunk, head(latent, 0));
  }

  /**
   * dSprites, 64 x 64 grey: the unmodified InfoGAN that the InfoGAN-CR paper compares with (first
   * version, table 3, after Kim and Mnih 2018). G is InfoGAN-CR's; in D too, batch normalisation
   * comes after the rectifier (slope 0.2), as the table has it.
   */
  public static InfoGanCrNetworks unmodified64(LatentSpace latent) {
    Layers trunk =
        new Layers()
            .convolution("conv1", 32, 4, LEAKY_RELU)
            .convolution("conv2", 32, 4, LEAKY_RELU)
            .batchNorm()
            .convolution("conv3", 64, 4, LEAKY_RELU)
            .batchNorm()
            .convolution("conv4", 64, 4, LEAKY_RELU)
            .batchNorm()
            .dense("fc", 128, LEAKY_RELU)
            .batchNorm();
    Layers head =
        new Layers()
            .dense("q1", 128, LEAKY_RELU)
            .batchNorm()
            .dense("q2", latent.codeWidth(), IDENTITY);
    return assemble(
        latent, new ImageShape(1, 64, 64), InfoGanCrNetworks.spritesGenerator(1), trunk, head);
  }

  private static Layers head(LatentSpace latent, int units) {
    Layers head = new Layers();
    if (units > 0) {
      head.dense("q1", units, IDENTITY).batchNorm(LEAKY_RELU_10);
    }
    return head.dense("q2", latent.codeWidth(), IDENTITY);
  }

  private static InfoGanCrNetworks assemble(
      LatentSpace latent, ImageShape shape, Layers generator, Layers trunk, Layers codeHead) {
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(REAL, new Layers().dense("real", 1, SIGMOID).list());
    heads.put(CODES, codeHead.list());
    Extent image = new Extent(shape.channels(), shape.height(), shape.width());
    return new InfoGanCrNetworks(
        Architecture.sequential("G", Extent.vector(latent.inputSize()), generator.list(), IMAGE),
        new Architecture("D", image, trunk.list(), heads),
        null,
        shape,
        generator.endsWith(TANH));
  }
}
