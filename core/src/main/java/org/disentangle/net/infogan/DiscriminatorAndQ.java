// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;

import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * D with Q on one trunk; or, where D judges several images together, D by itself and Q with the
 * trunk.
 */
final class DiscriminatorAndQ {

  /** Losses of D and Q, before weighting. */
  record DiscriminatorLosses(double discriminator, CodeLosses.CodeLoss codes) {}

  /**
   * What G receives about its images.
   *
   * @param toImages gradient of the weighted sum by the images
   */
  record GeneratorFeedback(double adversarial, CodeLosses.CodeLoss codes, INDArray toImages) {}

  private final InfoGanProcedure procedure;
  private final AdversarialLoss adversarial;
  private final int packSize;
  private final Network d;
  private final Network packed;
  private final Pass judgedReal;
  private final Pass judgedFake;
  private final Pass packedReal;
  private final Pass packedFake;
  private final GradientPenalty penalty;
  private final TcRegulariser tcRegulariser;
  private final AuxiliaryQ auxiliary;
  private final PluggedTerms terms;

  /**
   * @param packed D, where it judges several images together; else null
   * @param tcRegulariser null without one
   */
  DiscriminatorAndQ(
      InfoGanProcedure procedure, Network d, Network packed, TcRegulariser tcRegulariser) {
    this.procedure = procedure;
    this.tcRegulariser = tcRegulariser;
    auxiliary = AuxiliaryQ.of(procedure);
    terms = new PluggedTerms(procedure);
    InfoGanVariant variant = procedure.variant();
    adversarial = variant.adversarial();
    packSize = variant.packSize();
    this.d = d;
    this.packed = packed;
    judgedReal = d.newPass();
    judgedFake = d.newPass();
    packedReal = packed == null ? null : packed.newPass();
    packedFake = packed == null ? null : packed.newPass();
    penalty =
        variant.gradientPenalty() == 0
            ? null
            : new GradientPenalty(packed == null ? d : packed, REAL, variant.gradientPenalty());
  }

  void prepare() {
    d.prepare();
    if (packed != null) {
      packed.prepare();
    }
  }

  void commit() {
    d.commit();
    if (packed != null) {
      packed.commit();
    }
  }

  /** Q's outputs for the images judged last. */
  INDArray codes() {
    return judgedFake.head(CODES);
  }

  /** OOGAN's terms and their last values. */
  PluggedTerms terms() {
    return terms;
  }

  /**
   * One step of D and Q.
   *
   * @param shares of real images in the mixtures of the gradient penalty; null without one
   */
  DiscriminatorLosses train(
      long iteration, INDArray images, INDArray generated, float[] latents, INDArray shares) {
    DiscriminatorLosses trained = accumulate(iteration, images, generated, latents, shares);
    d.update();
    return trained;
  }

  /** Leaves the gradients of D with Q; where D is a network by itself, it has made its step. */
  DiscriminatorLosses accumulate(
      long iteration, INDArray images, INDArray generated, float[] latents, INDArray shares) {
    prepare();
    d.clearGradients();
    judgedFake.forward(generated, true);
    DiscriminatorLosses trained =
        packed == null
            ? trainTogether(iteration, images, generated, latents, shares)
            : trainApart(iteration, images, generated, latents, shares);
    judgedFake.updateMovingStatistics();
    terms.addOrthogonal(d);
    return trained;
  }

  private DiscriminatorLosses trainTogether(
      long iteration, INDArray images, INDArray generated, float[] latents, INDArray shares) {
    judgedReal.forward(images, true);
    Loss real = adversarial.real(judgedReal.head(REAL));
    judgedReal.updateMovingStatistics();
    Loss fake = adversarial.fake(judgedFake.head(REAL));
    CodeLosses.CodeLoss codes = codeLosses(iteration, latents);
    judgedReal.backward(Map.of(REAL, real.gradient()), false, true);
    terms.report(addTerms(iteration, codes, latents));
    judgedFake.backward(Map.of(REAL, fake.gradient(), CODES, codes.gradient()), false, true);
    if (auxiliary.learns()) {
      auxiliary.accumulate(judgedFake, procedure.codeLosses(iteration), latents);
    }
    double slope = penalty == null ? 0 : penalty.add(images, generated, shares);
    return new DiscriminatorLosses(real.value() + fake.value() + slope, codes);
  }

  private DiscriminatorLosses trainApart(
      long iteration, INDArray images, INDArray generated, float[] latents, INDArray shares) {
    INDArray realPacks = packs(images);
    INDArray fakePacks = packs(generated);
    packedReal.forward(realPacks, true);
    packedFake.forward(fakePacks, true);
    Loss real = adversarial.real(packedReal.head(REAL));
    Loss fake = adversarial.fake(packedFake.head(REAL));
    packedReal.updateMovingStatistics();
    packedFake.updateMovingStatistics();
    packed.clearGradients();
    packedReal.backward(Map.of(REAL, real.gradient()), false, true);
    packedFake.backward(Map.of(REAL, fake.gradient()), false, true);
    double slope = penalty == null ? 0 : penalty.add(realPacks, fakePacks, shares);
    packed.update();
    CodeLosses.CodeLoss codes =
        procedure.codeLosses(iteration).of(judgedFake.head(CODES), latents, 1, 1);
    terms.report(addTerms(iteration, codes, latents));
    judgedFake.backward(Map.of(CODES, codes.gradient()), false, true);
    return new DiscriminatorLosses(real.value() + fake.value() + slope, codes);
  }

  /** What G should change of its images; D and Q stay as they are. */
  GeneratorFeedback gradientForGenerator(long iteration, INDArray generated, float[] latents) {
    judgedFake.forward(generated, true);
    CodeLosses.CodeLoss codes;
    if (packed == null) {
      Loss loss = adversarial.generated(judgedFake.head(REAL));
      codes = codeLosses(iteration, latents);
      addTerms(iteration, codes, latents);
      INDArray toImages =
          judgedFake.backward(Map.of(REAL, loss.gradient(), CODES, codes.gradient()), true, false);
      return new GeneratorFeedback(loss.value(), codes, toImages);
    }
    packedFake.forward(packs(generated), true);
    Loss loss = adversarial.generated(packedFake.head(REAL));
    INDArray toPacks = packedFake.backward(Map.of(REAL, loss.gradient()), true, false);
    codes = codeLosses(iteration, latents);
    addTerms(iteration, codes, latents);
    INDArray toImages = judgedFake.backward(Map.of(CODES, codes.gradient()), true, false);
    return new GeneratorFeedback(
        loss.value(), codes, toImages.add(toPacks.reshape('c', toImages.shape())));
  }

  /** Several images that follow each other as one, stacked on the channel axis. */
  private INDArray packs(INDArray images) {
    return images
        .dup('c')
        .reshape(
            'c',
            images.size(0) / packSize,
            images.size(1) * packSize,
            images.size(2),
            images.size(3));
  }

  private CodeLosses.CodeLoss codeLosses(long iteration, float[] latents) {
    return procedure
        .codeLosses(iteration)
        .of(
            judgedFake.head(CODES),
            latents,
            procedure.variant().lambdaCategorical(),
            procedure.lambda());
  }

  /**
   * Adds the gradients of the correlation and of one-hot codes, where they count, to that of the
   * code loss.
   *
   * @return the cross-entropy of one-hot codes, before weighting
   */
  private double addTerms(long iteration, CodeLosses.CodeLoss codes, float[] latents) {
    if (tcRegulariser != null) {
      tcRegulariser.addTo(codes.gradient(), judgedFake.head(CODES));
    }
    return terms.addOneHot(iteration, codes.gradient(), judgedFake.head(CODES), latents);
  }

  /**
   * How Q learns the codes whose part of the information term has the weight 0: separately, from
   * D's features, and with no gradient for D and G (Chen et al. 2016, figure 1: "a regular GAN with
   * an auxiliary Q"). Where neither part counts, all of Q's own layers learn in this way. Where one
   * part counts, D and G get gradients through Q's layers below the last, so those layers learn for
   * that part alone. The last layer has a row for each output, and the rows of the other part learn
   * in this way.
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
}
