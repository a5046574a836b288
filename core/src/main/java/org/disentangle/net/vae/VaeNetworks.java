// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.layer.Nonlinearity.SIGMOID;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.Layers;
import org.disentangle.net.procedure.TcDiscriminator;

/**
 * The networks of the variational autoencoders, as the InfoGAN-CR authors run FactorVAE (after Kim
 * and Mnih 2018).
 *
 * @param encoder image to a diagonal Gaussian; outputs {@value #MEAN} and {@value #LOG_VARIANCE}
 * @param decoder latent vector to the logits of pixels; output {@value #LOGITS}
 * @param tcDiscriminator FactorVAE's discriminator: latent vector to two logits, the first for
 *     codes drawn together, the second for codes drawn one by one; output {@value #LOGITS}; null in
 *     systems without one
 */
public record VaeNetworks(
    Architecture encoder,
    Architecture decoder,
    @JsonProperty("density") Architecture tcDiscriminator,
    ImageShape imageShape)
    implements CodeNetworks {

  public static final String MEAN = "mean";
  public static final String LOG_VARIANCE = "logVariance";
  public static final String LOGITS = "logits";

  private static final int TC_DISCRIMINATOR_LAYERS = 5;

  /** The same without a discriminator. */
  public VaeNetworks withoutTcDiscriminator() {
    return new VaeNetworks(encoder, decoder, null, imageShape);
  }

  @Override
  public Map<String, Architecture> architectures() {
    Map<String, Architecture> all = new TreeMap<>();
    all.put(encoder.name(), encoder);
    all.put(decoder.name(), decoder);
    if (tcDiscriminator != null) {
      all.put(tcDiscriminator.name(), tcDiscriminator);
    }
    return all;
  }

  /** The decoder with probabilities instead of their logits. */
  @Override
  public ImageOutput toImages() {
    return new ImageOutput(decoder.withOutput(LOGITS, SIGMOID), LOGITS, false);
  }

  @Override
  public CodeOutput toCodes() {
    return new CodeOutput(encoder, MEAN, LOG_VARIANCE, false);
  }

  /** 64 x 64: the published networks. No batch normalisation. */
  public static VaeNetworks sprites64(int numCodes, int channels) {
    return assemble(
        numCodes,
        new ImageShape(channels, 64, 64),
        new Layers()
            .convolution("conv1", 32, 4, RELU)
            .convolution("conv2", 32, 4, RELU)
            .convolution("conv3", 64, 4, RELU)
            .convolution("conv4", 64, 4, RELU)
            .dense("fc", 128, IDENTITY),
        new Layers()
            .dense("fc1", 128, RELU)
            .dense("fc2", 4 * 4 * 64, RELU)
            .up("up1", 4, 64, 4, RELU)
            .up("up2", 8, 32, 4, RELU)
            .up("up3", 16, 32, 4, RELU)
            .up("up4", 32, channels, 4, IDENTITY),
        1000);
  }

  /** 32 x 32 with a fraction of the arithmetic, for small sets and quick runs; this project's. */
  public static VaeNetworks small32(int numCodes, int channels) {
    return assemble(
        numCodes,
        new ImageShape(channels, 32, 32),
        new Layers()
            .convolution("conv1", 16, 4, RELU)
            .convolution("conv2", 32, 4, RELU)
            .convolution("conv3", 32, 4, RELU)
            .dense("fc", 128, IDENTITY),
        new Layers()
            .dense("fc1", 128, RELU)
            .dense("fc2", 4 * 4 * 32, RELU)
            .up("up1", 4, 32, 4, RELU)
            .up("up2", 8, 16, 4, RELU)
            .up("up3", 16, channels, 4, IDENTITY),
        256);
  }

  /** The published discriminator for this number of codes: five layers of 1000 units. */
  public static Architecture tcDiscriminator(int numCodes) {
    return tcDiscriminator(numCodes, 1000);
  }

  private static Architecture tcDiscriminator(int numCodes, int units) {
    Layers tcDiscriminator = new Layers();
    for (int layer = 1; layer <= TC_DISCRIMINATOR_LAYERS; layer++) {
      tcDiscriminator.dense("fc" + layer, units, LEAKY_RELU);
    }
    return Architecture.sequential(
        TcDiscriminator.NAME,
        Extent.vector(numCodes),
        tcDiscriminator.dense("out", 2, IDENTITY).list(),
        TcDiscriminator.LOGITS);
  }

  /**
   * Networks of the given trunks; {@code tcDiscriminatorUnits} in each hidden layer of the
   * discriminator.
   */
  static VaeNetworks assemble(
      int numCodes, ImageShape shape, Layers encoder, Layers decoder, int tcDiscriminatorUnits) {
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(MEAN, new Layers().dense("mean", numCodes, IDENTITY).list());
    heads.put(LOG_VARIANCE, new Layers().dense("logVariance", numCodes, IDENTITY).list());
    Extent codes = Extent.vector(numCodes);
    return new VaeNetworks(
        new Architecture(
            "E",
            new Extent(shape.channels(), shape.height(), shape.width()),
            encoder.list(),
            heads),
        Architecture.sequential("Dec", codes, decoder.list(), LOGITS),
        tcDiscriminator(numCodes, tcDiscriminatorUnits),
        shape);
  }

  /** Checkpoints know the networks by this text. */
  @Override
  public String toString() {
    return CheckpointText.of("VaeNetworks")
        .with("encoder", encoder)
        .with("decoder", decoder)
        .with("density", tcDiscriminator)
        .with("imageShape", imageShape)
        .toString();
  }
}
