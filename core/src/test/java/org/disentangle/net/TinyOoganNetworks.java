package org.disentangle.net;

import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.OoganNetworks;
import org.disentangle.net.architecture.OoganNetworks.Parts;
import org.disentangle.net.procedure.Oogan;

/** OOGAN for 32 x 32 images with two filters where it is narrowest. */
public final class TinyOoganNetworks {

  /** Three codes and two noise values. */
  public static final LatentSpace LATENT = new LatentSpace(3, 2);

  /** Images in a batch. */
  public static final int ROWS = 3;

  private TinyOoganNetworks() {}

  public static OoganNetworks networks(Parts parts) {
    return OoganNetworks.small32(LATENT, 1, 2, parts);
  }

  /** Weights 0.7, 1.5 and 0.3, codes drawn in turn, noise in the first 8 iterations. */
  public static Oogan procedure(Parts parts, double learningRate) {
    return procedure(parts, learningRate, 0.7, 1.5, 0.3, true, 8);
  }

  public static Oogan procedure(
      Parts parts,
      double learningRate,
      double lambda,
      double gamma,
      double orthogonalWeight,
      boolean oneHot,
      long instanceNoiseIter) {
    AdamSettings adam = new AdamSettings(learningRate, 0.5, 0.99, 1e-8);
    return new Oogan(
        networks(parts),
        LATENT,
        ROWS,
        lambda,
        gamma,
        orthogonalWeight,
        oneHot,
        instanceNoiseIter,
        adam,
        adam,
        adam);
  }
}
