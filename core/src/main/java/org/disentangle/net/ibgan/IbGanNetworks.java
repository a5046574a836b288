// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.architecture.PluggedParts;

/**
 * The four networks of IB-GAN (Jeon et al. 2021).
 *
 * @param generator G: codes, and noise where its input is compete-free, to image in [0, 1]; output
 *     {@value #IMAGE}
 * @param discriminator D: image to probability of being real; output {@value #REAL}
 * @param reconstructor Q: image to the noise that it was made from; output {@value #NOISE}
 * @param representation R: noise to a diagonal Gaussian of codes; outputs {@value #MEAN} and
 *     {@value #LOG_VARIANCE}
 */
public record IbGanNetworks(
    Architecture generator,
    Architecture discriminator,
    Architecture reconstructor,
    Architecture representation,
    ImageShape imageShape)
    implements CodeNetworks {

  public static final String IMAGE = "image";
  public static final String REAL = "real";
  public static final String NOISE = "z";
  public static final String MEAN = "mean";
  public static final String LOG_VARIANCE = "logVariance";

  /** Units of each hidden layer of R. */
  private static final int HIDDEN = 32;

  /** Values of the noise that R takes. */
  public int noiseDim() {
    return representation.input().size();
  }

  /** Codes that R gives and G takes. */
  public int numCodes() {
    return representation.outputs(MEAN);
  }

  /** Noise values that G takes beside the codes; none but with a compete-free input. */
  public int nuisanceDim() {
    return generator.input().size() - numCodes();
  }

  /**
   * The same with OOGAN's compete-free input of G, which takes noise of its own beside the codes.
   *
   * @param nuisanceDim values of that noise, at least 1
   */
  public IbGanNetworks withCompeteFree(int nuisanceDim) {
    Architecture wider =
        new Architecture(
            generator.name(),
            Extent.vector(numCodes() + nuisanceDim),
            generator.trunk(),
            generator.heads());
    return new IbGanNetworks(
        PluggedParts.competeFree(wider, numCodes()),
        discriminator,
        reconstructor,
        representation,
        imageShape);
  }

  /** The same with a Q that reads each value of z off its own maps, as OOGAN's reads codes. */
  public IbGanNetworks withGroupedNoise() {
    return new IbGanNetworks(
        generator,
        discriminator,
        PluggedParts.grouped(reconstructor, NOISE),
        new Architecture(
            representation.name(),
            new Extent(noiseDim(), 1, 1),
            representation.trunk(),
            representation.heads()),
        imageShape);
  }

  /** Names of Q's layers whose kernels can be made orthogonal; none without groups. */
  List<String> orthogonal() {
    return PluggedParts.orthogonal(reconstructor, NOISE);
  }

  @Override
  public Map<String, Architecture> architectures() {
    return new TreeMap<>(
        Map.of(
            generator.name(), generator,
            discriminator.name(), discriminator,
            reconstructor.name(), reconstructor,
            representation.name(), representation));
  }

  @Override
  public ImageOutput toImages() {
    return new ImageOutput(generator, IMAGE, false);
  }

  /** R's distribution of the codes, of the noise that Q finds in an image. */
  @Override
  public CodeOutput toCodes() {
    return new CodeOutput(
        List.of(new CodeOutput.Step(reconstructor, NOISE)),
        representation,
        MEAN,
        LOG_VARIANCE,
        false);
  }

  /**
   * 64 x 64: the tables of the authors' code for dSprites, in colour with 3 channels. There images
   * are in [-1, 1] and G ends in tanh; here they are in [0, 1] and it ends in a sigmoid.
   *
   * @param numCodes r, 10 in the paper
   * @param noiseDim z, 16 in the paper
   * @param channels of images, 1 or 3
   */
  public static IbGanNetworks sprites64(int numCodes, int noiseDim, int channels) {
    Layers generator =
        new Layers()
            .dense("fc1", 256, IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", 8 * 8 * 64, IDENTITY)
            .batchNorm(RELU)
            .unitStrideUp("up1", 8, 64, 3, IDENTITY)
            .batchNorm(RELU)
            .unitStrideUp("up2", 8, 64, 3, IDENTITY)
            .batchNorm(RELU)
            .up("up3", 8, 32, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up4", 16, 16, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up5", 32, channels, 4, SIGMOID);
    return assemble(
        numCodes,
        noiseDim,
        new ImageShape(channels, 64, 64),
        generator,
        spritesTrunk(),
        spritesTrunk().dense("fc2", 256, IDENTITY).batchNorm(LEAKY_RELU));
  }

  private static Layers spritesTrunk() {
    return new Layers()
        .convolution("conv1", 16, 4, LEAKY_RELU)
        .convolution("conv2", 32, 4, IDENTITY)
        .batchNorm(LEAKY_RELU)
        .convolution("conv3", 64, 4, IDENTITY)
        .batchNorm(LEAKY_RELU)
        .unitStride("conv4", 128, 3, IDENTITY)
        .batchNorm(LEAKY_RELU)
        .dense("fc", 256, IDENTITY)
        .batchNorm(LEAKY_RELU);
  }

  /**
   * 32 x 32 after the same pattern with a fraction of the arithmetic, for small sets and quick
   * runs; this project's.
   *
   * @param channels of images, 1 or 3
   */
  public static IbGanNetworks small32(int numCodes, int noiseDim, int channels) {
    Layers generator =
        new Layers()
            .dense("fc1", 128, IDENTITY)
            .batchNorm(RELU)
            .dense("fc2", 4 * 4 * 32, IDENTITY)
            .batchNorm(RELU)
            .up("up1", 4, 32, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up2", 8, 16, 4, IDENTITY)
            .batchNorm(RELU)
            .up("up3", 16, channels, 4, SIGMOID);
    return assemble(
        numCodes,
        noiseDim,
        new ImageShape(channels, 32, 32),
        generator,
        smallTrunk(),
        smallTrunk());
  }

  private static Layers smallTrunk() {
    return new Layers()
        .convolution("conv1", 16, 4, LEAKY_RELU)
        .convolution("conv2", 32, 4, IDENTITY)
        .batchNorm(LEAKY_RELU)
        .convolution("conv3", 32, 4, IDENTITY)
        .batchNorm(LEAKY_RELU)
        .dense("fc", 128, IDENTITY)
        .batchNorm(LEAKY_RELU);
  }

  private static IbGanNetworks assemble(
      int numCodes,
      int noiseDim,
      ImageShape shape,
      Layers generator,
      Layers judging,
      Layers reconstructing) {
    Extent image = new Extent(shape.channels(), shape.height(), shape.width());
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    for (String head : List.of(MEAN, LOG_VARIANCE)) {
      heads.put(head, new Layers().dense(head, numCodes, IDENTITY).list());
    }
    List<LayerSpec> hidden =
        new Layers().dense("fc1", HIDDEN, RELU).dense("fc2", HIDDEN, RELU).list();
    return new IbGanNetworks(
        Architecture.sequential("G", Extent.vector(numCodes), generator.list(), IMAGE),
        Architecture.sequential("D", image, judging.dense("real", 1, SIGMOID).list(), REAL),
        Architecture.sequential(
            "Q", image, reconstructing.dense("noise", noiseDim, IDENTITY).list(), NOISE),
        new Architecture("R", Extent.vector(noiseDim), hidden, heads),
        shape);
  }
}
