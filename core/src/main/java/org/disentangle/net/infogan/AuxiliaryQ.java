package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;

import org.disentangle.latent.LatentSpace;
import org.disentangle.net.Pass;

/**
 * How Q learns the codes whose part of the information term has the weight 0: apart, from D's
 * features, and without a word to D and G (Chen et al. 2016, figure 1: "a regular GAN with an
 * auxiliary Q"). Where neither part counts, all of Q's own layers learn so. Where one does, Q's
 * layers below the last are its, since D and G hear of them; the last one has a row for each
 * output, and those of the other part learn.
 *
 * @param categorical weight of categorical codes here: 1, or 0 if there are none or they count
 * @param continuous likewise of continuous codes
 * @param layers of Q, from the last one down, that learn
 */
record AuxiliaryQ(double categorical, double continuous, int layers) {

  static AuxiliaryQ of(InfoGanProcedure procedure) {
    LatentSpace latent = procedure.latent();
    InfoGanVariant variant = procedure.variant();
    boolean someCategorical = !latent.categories().isEmpty();
    boolean someContinuous = latent.numContinuous() > 0;
    boolean categoricalCounts = someCategorical && variant.lambdaCategorical() > 0;
    boolean continuousCounts = someContinuous && procedure.lambda() > 0;
    return new AuxiliaryQ(
        someCategorical && !categoricalCounts ? 1 : 0,
        someContinuous && !continuousCounts ? 1 : 0,
        categoricalCounts || continuousCounts
            ? 1
            : procedure.networks().discriminator().heads().get(CODES).size());
  }

  /** Whether there is anything to learn apart. */
  boolean learns() {
    return categorical + continuous > 0;
  }

  /** Adds the gradients of Q's own layers by the images of a pass. */
  void accumulate(Pass judged, CodeLosses losses, float[] latents) {
    CodeLosses.CodeLoss found = losses.of(judged.head(CODES), latents, categorical, continuous);
    judged.backwardHead(CODES, found.gradient(), layers);
  }
}
