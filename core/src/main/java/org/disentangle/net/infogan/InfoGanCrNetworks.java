// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;
import static org.disentangle.net.layer.Nonlinearity.TANH;

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
import org.disentangle.net.architecture.PluggedParts;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.procedure.PairContrast;

/**
 * The three networks of InfoGAN-CR, as the tables of the paper and its code give them. A line of a
 * table is a layer from the input on: {@code dense("fc1", 128, RELU)} has 128 units, {@code
 * convolution("conv1", 32, 4, LEAKY_RELU)} 32 filters, kernel 4 and stride 2, {@code up("up1", 4,
 * 64, 4, LEAKY_RELU)} is a transposed one of maps of 4 x 4, {@code batchNorm()} normalises the
 * layer above, and {@code spectral...} has spectral normalisation.
 *
 * @param generator G: latent vector to image; output {@value #IMAGE}
 * @param discriminator D and Q on one trunk: image to probability of being real and to code means;
 *     outputs {@value #REAL} and {@value #CODES}
 * @param contrast H: two images stacked on the channel axis to the index of the code they share;
 *     output {@value #INDEX}; null in InfoGAN, which has none
 * @param signedPixels whether images are in [-1, 1] (tanh) rather than [0, 1] (sigmoid)
 */
public record InfoGanCrNetworks(
    Architecture generator,
    Architecture discriminator,
    Architecture contrast,
    ImageShape imageShape,
    boolean signedPixels)
    implements CodeNetworks {

  public static final String IMAGE = "image";
  public static final String REAL = "real";
  public static final String CODES = "codes";
  public static final String INDEX = PairContrast.INDEX;

  @Override
  public Map<String, Architecture> architectures() {
    Map<String, Architecture> all = new TreeMap<>();
    all.put(generator.name(), generator);
    all.put(discriminator.name(), discriminator);
    if (contrast != null) {
      all.put(contrast.name(), contrast);
    }
    return all;
  }

  /** The same with another element-wise function at the end of D. */
  public InfoGanCrNetworks withReal(Nonlinearity nonlinearity) {
    return with(discriminator.withOutput(REAL, nonlinearity));
  }

  /** The same with more outputs of Q than it has now. */
  public InfoGanCrNetworks withMoreCodeOutputs(int more) {
    return with(discriminator.withMoreOutputs(CODES, more));
  }

  /**
   * The same with OOGAN's compete-free input of G.
   *
   * @param latent with noise
   */
  public InfoGanCrNetworks withCompeteFree(LatentSpace latent) {
    return new InfoGanCrNetworks(
        PluggedParts.competeFree(generator, latent.codeWidth()),
        discriminator,
        contrast,
        imageShape,
        signedPixels);
  }

  /** The same with a Q that reads each of its outputs off its own maps, as OOGAN's does. */
  public InfoGanCrNetworks withGroupedCodes() {
    return with(PluggedParts.grouped(discriminator, CODES));
  }

  /** Names of D's layers, in Q, whose kernels can be made orthogonal; none without groups. */
  List<String> orthogonal() {
    return PluggedParts.orthogonal(discriminator, CODES);
  }

  private InfoGanCrNetworks with(Architecture changed) {
    return new InfoGanCrNetworks(generator, changed, contrast, imageShape, signedPixels);
  }

  /** D without Q, which takes this number of images stacked on the channel axis. */
  public Architecture packed(String name, int packSize) {
    Extent one = discriminator.input();
    return new Architecture(
        name,
        new Extent(packSize * one.channels(), one.height(), one.width()),
        discriminator.trunk(),
        Map.of(REAL, discriminator.heads().get(REAL)));
  }

  @Override
  public ImageOutput toImages() {
    return new ImageOutput(generator, IMAGE, signedPixels);
  }

  @Override
  public CodeOutput toCodes() {
    return new CodeOutput(discriminator, CODES, null, signedPixels);
  }

  /**
   * 64 x 64 (tables for dSprites and CdSprites with 1 channel, teapots with 3). In G activations
   * come before batch normalisation.
   *
   * @param spectralContrast whether H has spectral normalisation (dSprites) or batch normalisation
   *     (teapots)
   */
  public static InfoGanCrNetworks sprites64(
      LatentSpace latent, int channels, boolean spectralContrast) {
    Layers contrast =
        spectralContrast
            ? spectralTrunk(32, 32, 64, 64)
            : new Layers()
                .convolution("conv1", 32, 4, LEAKY_RELU)
                .convolution("conv2", 32, 4, LEAKY_RELU)
                .batchNorm()
                .convolution("conv3", 64, 4, LEAKY_RELU)
                .batchNorm()
                .convolution("conv4", 64, 4, LEAKY_RELU)
                .batchNorm()
                .dense("fc", 128, LEAKY_RELU)
                .batchNorm();
    return assemble(
        latent,
        new ImageShape(channels, 64, 64),
        spritesGenerator(channels),
        spectralTrunk(32, 32, 64, 64),
        hiddenCodeHead(latent),
        contrast);
  }

  /** G of 64 x 64 images. */
  static Layers spritesGenerator(int channels) {
    return new Layers()
        .dense("fc1", 128, RELU)
        .batchNorm()
        .dense("fc2", 4 * 4 * 64, RELU)
        .batchNorm()
        .up("up1", 4, 64, 4, LEAKY_RELU)
        .batchNorm()
        .up("up2", 8, 32, 4, LEAKY_RELU)
        .batchNorm()
        .up("up3", 16, 32, 4, LEAKY_RELU)
        .batchNorm()
        .up("up4", 32, channels, 4, SIGMOID);
  }

  /**
   * 32 x 32 RGB, CelebA: kernel 5, batch normalisation before activations, no hidden layer in Q.
   */
  public static InfoGanCrNetworks celeba32(LatentSpace latent) {
    Layers generator =
        new Layers()
            .dense("fc1", 1024, IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", 4 * 4 * 256, IDENTITY)
            .batchNorm(RELU)
            .up("up1", 4, 128, 5, IDENTITY)
            .batchNorm(RELU)
            .up("up2", 8, 64, 5, IDENTITY)
            .batchNorm(RELU)
            .up("up3", 16, 3, 5, TANH);
    Layers trunk =
        new Layers()
            .spectralConvolution("conv1", 64, 5, LEAKY_RELU)
            .spectralConvolution("conv2", 128, 5, LEAKY_RELU)
            .spectralConvolution("conv3", 256, 5, LEAKY_RELU)
            .spectralConvolution("conv4", 512, 5, LEAKY_RELU);
    Layers contrast =
        new Layers()
            .convolution("conv1", 64, 5, LEAKY_RELU)
            .convolution("conv2", 128, 5, IDENTITY)
            .batchNorm(LEAKY_RELU)
            .convolution("conv3", 256, 5, IDENTITY)
            .batchNorm(LEAKY_RELU)
            .convolution("conv4", 512, 5, IDENTITY)
            .batchNorm(LEAKY_RELU);
    return assemble(
        latent,
        new ImageShape(3, 32, 32),
        generator,
        trunk,
        new Layers().spectralDense("q", latent.codeWidth(), IDENTITY),
        contrast);
  }

  /**
   * 28 x 28 grey, InfoGAN's MNIST networks modified as the paper modifies InfoGAN: spectral
   * normalisation instead of batch normalisation in D, Q and H.
   */
  public static InfoGanCrNetworks mnist28(LatentSpace latent) {
    Layers generator =
        new Layers()
            .dense("fc1", 1024, IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", 7 * 7 * 128, IDENTITY)
            .batchNorm(RELU)
            .up("up1", 7, 64, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up2", 14, 1, 4, SIGMOID);
    return assemble(
        latent,
        new ImageShape(1, 28, 28),
        generator,
        mnistTrunk(),
        hiddenCodeHead(latent),
        mnistTrunk());
  }

  /**
   * 32 x 32 with a quarter of the arithmetic per pixel of the 64 x 64 networks, for small sets and
   * quick runs.
   */
  public static InfoGanCrNetworks small32(LatentSpace latent, int channels) {
    Layers generator =
        new Layers()
            .dense("fc1", 128, RELU)
            .batchNorm()
            .dense("fc2", 4 * 4 * 32, RELU)
            .batchNorm()
            .up("up1", 4, 32, 4, LEAKY_RELU)
            .batchNorm()
            .up("up2", 8, 16, 4, LEAKY_RELU)
            .batchNorm()
            .up("up3", 16, channels, 4, SIGMOID);
    return assemble(
        latent,
        new ImageShape(channels, 32, 32),
        generator,
        spectralTrunk(16, 32, 32),
        hiddenCodeHead(latent),
        spectralTrunk(16, 32, 32));
  }

  private static Layers spectralTrunk(int... filters) {
    Layers layers = new Layers();
    for (int i = 0; i < filters.length; i++) {
      layers.spectralConvolution("conv" + (i + 1), filters[i], 4, LEAKY_RELU);
    }
    return layers.spectralDense("fc", 128, LEAKY_RELU);
  }

  private static Layers mnistTrunk() {
    return new Layers()
        .spectralConvolution("conv1", 64, 4, LEAKY_RELU)
        .spectralConvolution("conv2", 128, 4, LEAKY_RELU)
        .spectralDense("fc", 1024, LEAKY_RELU);
  }

  private static Layers hiddenCodeHead(LatentSpace latent) {
    return new Layers()
        .spectralDense("q1", 128, LEAKY_RELU)
        .spectralDense("q2", latent.codeWidth(), IDENTITY);
  }

  private static InfoGanCrNetworks assemble(
      LatentSpace latent,
      ImageShape shape,
      Layers generator,
      Layers trunk,
      Layers codeHead,
      Layers contrastTrunk) {
    Extent image = new Extent(shape.channels(), shape.height(), shape.width());
    Extent pair = new Extent(2 * shape.channels(), shape.height(), shape.width());
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(REAL, new Layers().spectralDense("real", 1, SIGMOID).list());
    heads.put(CODES, codeHead.list());
    Architecture g =
        Architecture.sequential("G", Extent.vector(latent.inputSize()), generator.list(), IMAGE);
    return new InfoGanCrNetworks(
        g,
        new Architecture("D", image, trunk.list(), heads),
        new Architecture(
            PairContrast.H,
            pair,
            contrastTrunk.list(),
            Map.of(INDEX, new Layers().dense("out", latent.numCodes(), IDENTITY).list())),
        shape,
        generator.endsWith(TANH));
  }
}
