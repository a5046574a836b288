// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.stylecontent.StyleContentNetworks.LOG_VARIANCE;
import static org.disentangle.net.stylecontent.StyleContentNetworks.MEAN;
import static org.disentangle.net.stylecontent.StyleContentNetworks.SPECIFIED;

import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.VaeLosses;
import org.disentangle.net.procedure.VaeLosses.Divergence;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The codes of a mini-batch of triplets, and the way back. */
final class EncodedTriplets {

  /**
   * Gradients with respect to the codes.
   *
   * @param unspecified of the anchors
   * @param anchors specified
   * @param partners specified
   * @param others specified
   */
  record ToCodes(INDArray unspecified, INDArray anchors, INDArray partners, INDArray others) {}

  private final Network encoder;
  private final Pass anchors;
  private final Pass partners;
  private final Pass others;
  private INDArray deviation;
  private INDArray unspecified;
  private Divergence divergence;

  EncodedTriplets(Network encoder) {
    this.encoder = encoder;
    anchors = encoder.newPass();
    partners = encoder.newPass();
    others = encoder.newPass();
  }

  /**
   * Encodes images of [rows, channels, height, width].
   *
   * @param noise a standard Gaussian for each value of the anchors' unspecified codes
   */
  void encode(INDArray anchorImages, INDArray partnerImages, INDArray otherImages, INDArray noise) {
    forward(anchors, anchorImages);
    forward(partners, partnerImages);
    forward(others, otherImages);
    INDArray mean = anchors.head(MEAN);
    INDArray logVariance = anchors.head(LOG_VARIANCE);
    deviation = Transforms.exp(logVariance.mul(0.5), false).muli(noise);
    unspecified = mean.add(deviation);
    divergence = VaeLosses.divergence(mean, logVariance);
  }

  private static void forward(Pass pass, INDArray images) {
    pass.forward(images, true);
    pass.updateMovingStatistics();
  }

  /** Unspecified codes of the anchors, drawn. */
  INDArray unspecified() {
    return unspecified;
  }

  INDArray specifiedOfAnchors() {
    return anchors.head(SPECIFIED);
  }

  INDArray specifiedOfPartners() {
    return partners.head(SPECIFIED);
  }

  INDArray specifiedOfOthers() {
    return others.head(SPECIFIED);
  }

  /** Means of the unspecified codes of anchors, partners and others, in this order. */
  INDArray means() {
    return Nd4j.concat(0, anchors.head(MEAN), partners.head(MEAN), others.head(MEAN));
  }

  /** Of the unspecified codes from their prior, in nats, before weighting. */
  double divergence() {
    return divergence.value();
  }

  /**
   * Leaves the encoder's gradients of what the codes were used for and of the divergence.
   *
   * @param toMeans gradient with respect to {@link #means}; null if they were not asked for
   */
  void backward(ToCodes gradients, double klWeight, INDArray toMeans) {
    encoder.clearGradients();
    INDArray toZ = gradients.unspecified();
    INDArray toMean = divergence.toMean().muli(klWeight).addi(toZ);
    anchors.backward(
        Map.of(
            SPECIFIED,
            gradients.anchors(),
            MEAN,
            toMeans == null ? toMean : toMean.addi(third(toMeans, 0)),
            LOG_VARIANCE,
            divergence.toLogVariance().muli(klWeight).addi(toZ.mul(deviation).muli(0.5))),
        false,
        true);
    partners.backward(specified(gradients.partners(), toMeans, 1), false, true);
    others.backward(specified(gradients.others(), toMeans, 2), false, true);
  }

  private static Map<String, INDArray> specified(INDArray gradient, INDArray toMeans, int part) {
    return toMeans == null
        ? Map.of(SPECIFIED, gradient)
        : Map.of(SPECIFIED, gradient, MEAN, third(toMeans, part));
  }

  private static INDArray third(INDArray rows, int part) {
    long count = rows.size(0) / 3;
    return rows.get(NDArrayIndex.interval(part * count, (part + 1) * count), NDArrayIndex.all())
        .dup('c');
  }
}
