// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.stylecontent.StyleContentNetworks.REAL;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Gaussians;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.VaeLosses;
import org.disentangle.net.stylecontent.DecodedImages.ToCodes;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One logical worker's networks, and the step of {@link StyleContentProcedure}. */
final class StyleContentSession
    extends NetworkSession<StyleContentProcedure, StyleContentSession.StyleContentDraws> {

  /** What encoder and decoder minimise, before weighting. */
  record AutoencoderLosses(
      double reconstruction,
      double partnerReconstruction,
      double divergence,
      double swapped,
      double sampled,
      double labelDependence) {}

  private final EncodedTriplets encoded;
  private final DecodedImages rebuilt;
  private final DecodedImages rebuiltByPartners;
  private final DecodedImages swapped;
  private final DecodedImages sampled;
  private final Pass judged;
  private final Pass judgedReal;

  StyleContentSession(StyleContentProcedure procedure, DataType type) {
    super(procedure, type);
    encoded = new EncodedTriplets(network(StyleContentProcedure.E));
    rebuilt = decoded();
    rebuiltByPartners = decoded();
    swapped = decoded();
    sampled = decoded();
    judged = network(StyleContentProcedure.D).newPass();
    judgedReal = network(StyleContentProcedure.D).newPass();
  }

  private DecodedImages decoded() {
    return new DecodedImages(network(StyleContentProcedure.DEC), unspecifiedDim());
  }

  private int unspecifiedDim() {
    return procedure.networks().unspecifiedDim();
  }

  @Override
  protected StyleContentDraws draw(long seed) {
    return StyleContentDraws.of(procedure, new SplittableRandom(seed));
  }

  /**
   * @param rows anchors, partners, others: each image's pixels and then its label
   */
  @Override
  protected void iterate(float[] rows, StyleContentDraws draws) {
    Triplets triplets = Triplets.of(rows, procedure.labelled());
    FrozenLayers frozen =
        procedure.frozenSpecified()
            ? new FrozenLayers(network(StyleContentProcedure.E), StyleContentNetworks.SPECIFIED)
            : null;
    AutoencoderLosses autoencoder = accumulate(triplets, draws);
    update(StyleContentProcedure.E);
    if (frozen != null) {
      frozen.restore();
      network(StyleContentProcedure.E).prepare();
    }
    update(StyleContentProcedure.DEC);
    double discriminator = accumulateDiscriminator(triplets);
    update(StyleContentProcedure.D);
    losses
        .put(StyleContentProcedure.RECONSTRUCTION, autoencoder.reconstruction())
        .put(StyleContentProcedure.PARTNER_RECONSTRUCTION, autoencoder.partnerReconstruction())
        .put(StyleContentProcedure.DIVERGENCE, autoencoder.divergence())
        .put(StyleContentProcedure.SWAPPED, autoencoder.swapped())
        .put(StyleContentProcedure.SAMPLED, autoencoder.sampled())
        .put(StyleContentProcedure.D, discriminator);
    if (procedure.labelWeight() > 0) {
      losses.put(StyleContentProcedure.LABEL_DEPENDENCE, autoencoder.labelDependence());
    }
  }

  private void update(String name) {
    if (procedure.descent()) {
      network(name).descend(procedure.adam(name).learningRate());
    } else {
      network(name).update();
    }
    network(name).prepare();
  }

  /** Leaves the gradients of the weighted sum in encoder and decoder. */
  AutoencoderLosses accumulate(Triplets triplets, StyleContentDraws draws) {
    encoded.encode(
        images(triplets.anchors()),
        images(triplets.partners()),
        images(triplets.others()),
        vectors(draws.noise()));
    network(StyleContentProcedure.DEC).clearGradients();
    INDArray z = encoded.unspecified();
    Loss own =
        VaeLosses.reconstruction(rebuilt.make(z, encoded.specifiedOfAnchors()), triplets.anchors());
    ToCodes first = rebuilt.backward(own.gradient());
    Loss partner =
        VaeLosses.reconstruction(
            rebuiltByPartners.make(z, encoded.specifiedOfPartners()), triplets.anchors());
    ToCodes second = rebuiltByPartners.backward(partner.gradient());
    INDArray otherCodes = encoded.specifiedOfOthers();
    swapped.make(z, otherCodes);
    Loss deceivedBySwapped = judge(swapped, triplets.otherLabels());
    ToCodes third = swapped.backwardFromImages(deceivedBySwapped.gradient());
    sampled.make(vectors(draws.prior()), otherCodes);
    Loss deceivedBySampled = judge(sampled, triplets.otherLabels());
    ToCodes fourth = sampled.backwardFromImages(deceivedBySampled.gradient());
    Loss dependence =
        procedure.labelWeight() == 0
            ? null
            : LabelDependence.of(encoded.means(), triplets.allLabels());
    encoded.backward(
        new EncodedTriplets.ToCodes(
            first.unspecified().addi(second.unspecified()).addi(third.unspecified()),
            first.specified(),
            second.specified(),
            third.specified().addi(fourth.specified())),
        procedure.klWeight(),
        dependence == null ? null : dependence.gradient().muli(procedure.labelWeight()));
    return new AutoencoderLosses(
        own.value(),
        partner.value(),
        encoded.divergence(),
        deceivedBySwapped.value(),
        deceivedBySampled.value(),
        dependence == null ? 0 : dependence.value());
  }

  /** D's opinion of images, as the decoder wants it: the loss, and lambda times its gradient. */
  private Loss judge(DecodedImages made, int[] labels) {
    judged.condition(labels);
    judged.forward(made.images(), true);
    Loss loss = AdversarialLoss.JSD.real(judged.head(REAL));
    INDArray gradient = loss.gradient().muli(procedure.lambda());
    return new Loss(loss.value(), judged.backward(Map.of(REAL, gradient), true, false));
  }

  /** Leaves the gradients of D's loss on others and on the swapped images last made. */
  double accumulateDiscriminator(Triplets triplets) {
    network(StyleContentProcedure.D).clearGradients();
    judgedReal.condition(triplets.otherLabels());
    judgedReal.forward(images(triplets.others()), true);
    judgedReal.updateMovingStatistics();
    Loss real = AdversarialLoss.JSD.real(judgedReal.head(REAL));
    judgedReal.backward(Map.of(REAL, real.gradient()), false, true);
    judged.condition(triplets.otherLabels());
    judged.forward(swapped.images(), true);
    judged.updateMovingStatistics();
    Loss fake = AdversarialLoss.JSD.fake(judged.head(REAL));
    judged.backward(Map.of(REAL, fake.gradient()), false, true);
    return real.value() + fake.value();
  }

  /**
   * The random draws of one iteration of {@link StyleContentProcedure}.
   *
   * @param noise what deviations of the anchors' unspecified codes are multiplied by, [image][code]
   *     flattened
   * @param prior unspecified codes drawn from their prior, [image][code] flattened
   */
  record StyleContentDraws(float[] noise, float[] prior) {

    static StyleContentDraws of(StyleContentProcedure procedure, RandomGenerator random) {
      int values = procedure.batchSize() * procedure.networks().unspecifiedDim();
      return new StyleContentDraws(
          Gaussians.draw(values, 1, random), Gaussians.draw(values, 1, random));
    }
  }
}
