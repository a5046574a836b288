package org.disentangle.net.procedure;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.VaeNetworks;

/** Networks and sizes of the variational autoencoders, by data set. */
public enum VaePreset {
  /** As the InfoGAN-CR authors run FactorVAE: 27 epochs of 737,280 images. */
  DSPRITES(10, 64, 311_040, InfoGanCrPreset.DSPRITES, codes -> VaeNetworks.sprites64(codes, 1)),

  /** The same in colour: 35 epochs of 200,000 images. */
  TEAPOTS(10, 64, 109_375, InfoGanCrPreset.TEAPOTS, codes -> VaeNetworks.sprites64(codes, 3)),

  /** Ours, for small sets of 32 x 32 pixels and quick runs. */
  SMALL32(6, 64, 6_000, InfoGanCrPreset.SMALL32, codes -> VaeNetworks.small32(codes, 1));

  private final int numCodes;
  private final int batchSize;
  private final long maxIter;
  private final InfoGanCrPreset adversarial;
  private final transient IntFunction<VaeNetworks> builder;

  VaePreset(
      int numCodes,
      int batchSize,
      long maxIter,
      InfoGanCrPreset adversarial,
      IntFunction<VaeNetworks> builder) {
    this.numCodes = numCodes;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.adversarial = adversarial;
    this.builder = builder;
  }

  /** The name users give, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int numCodes() {
    return numCodes;
  }

  public int batchSize() {
    return batchSize;
  }

  public long maxIter() {
    return maxIter;
  }

  /** The networks for so many codes. */
  public VaeNetworks networks(int codes) {
    return builder.apply(codes);
  }

  /** H for so many codes: InfoGAN-CR's for images of this size. */
  public Architecture contrast(int codes) {
    return adversarial.networks(new LatentSpace(codes, 0)).contrast();
  }

  public ImageShape imageShape() {
    return networks(numCodes).imageShape();
  }

  /** All names, in the order of this table. */
  public static List<String> ids() {
    return Stream.of(values()).map(VaePreset::id).toList();
  }

  /**
   * @throws IllegalArgumentException if there is none of this name
   */
  public static VaePreset of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
