// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.Precision;
import org.disentangle.net.TripletProcedure;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.procedure.NetworkProcedure;

/**
 * A variational autoencoder with a label-conditioned discriminator that learns specified and
 * unspecified codes (Mathieu et al., "Disentangling factors of variation in deep representations
 * using adversarial training", NIPS 2016).
 *
 * <p>One iteration, the paper's algorithm 1, on triplets of an image x1, another x1' of the same
 * label and an image x2 of another label id2:
 *
 * <ol>
 *   <li>Encoder and decoder take one step on the sum of the reconstruction errors of x1 by Dec(z1,
 *       s1) and by Dec(z1, s1'), {@code klWeight} times the divergence of z1 from its prior N(0,
 *       I), and {@code lambda} times D's losses of Dec(z1, s2) and of Dec(z, s2), z drawn from the
 *       prior, both with id2 and with D as it is.
 *   <li>D takes one step: x2 with id2 is real, Dec(z1, s2) with id2 is not. The image is the one
 *       that the first step made.
 * </ol>
 *
 * <p>The paper gives neither lambda nor the learning rate of its plain gradient descent, nor the
 * form of the losses; this project's choices are Adam unless {@code descent} is set, Bernoulli
 * pixels (the sum of their cross-entropies), and the non-saturating loss, -log D, for the decoder.
 * {@code lambda} is in nats of a whole image.
 *
 * @param batchSize triplets per mini-batch and worker
 * @param lambda weight of each of the two adversarial losses of encoder and decoder
 * @param klWeight weight of the divergence of the unspecified code; 1 is the evidence lower bound
 * @param adam of encoder and decoder
 * @param discriminatorAdam of D
 * @param labelWeight weight of the dependence of the unspecified codes' means on the labels, a loss
 *     of the encoder that is not in the paper, whose only adversary sees images; 0 for none
 * @param descent whether all networks learn by plain gradient descent, as in the paper, at the
 *     learning rates of {@code adam} and {@code discriminatorAdam}, rather than by Adam
 * @param frozenSpecified whether the specified code of an image stays as it was at the beginning:
 *     the encoder's trunk and its head {@value StyleContentNetworks#SPECIFIED} keep all values
 */
public record StyleContentProcedure(
    StyleContentNetworks networks,
    int batchSize,
    double lambda,
    double klWeight,
    AdamSettings adam,
    AdamSettings discriminatorAdam,
    double labelWeight,
    boolean descent,
    boolean frozenSpecified)
    implements TripletProcedure, NetworkProcedure {

  /** Encoder, decoder, discriminator. */
  public static final String E = "E";

  public static final String DEC = "Dec";
  public static final String D = "D";

  static final String RECONSTRUCTION = "reconstruction";
  static final String PARTNER_RECONSTRUCTION = "partnerReconstruction";
  static final String DIVERGENCE = "divergence";
  static final String SWAPPED = "swapped";
  static final String SAMPLED = "sampled";
  static final String LABEL_DEPENDENCE = "labelDependence";

  /** D's loss below which it is sure of every image. */
  private static final double CERTAIN = 1e-4;

  /** Each before weighting. */
  private static final List<String> LOSSES =
      List.of(RECONSTRUCTION, PARTNER_RECONSTRUCTION, DIVERGENCE, SWAPPED, SAMPLED, D);

  /** By Adam, without the dependence on labels. */
  public StyleContentProcedure(
      StyleContentNetworks networks,
      int batchSize,
      double lambda,
      double klWeight,
      AdamSettings adam,
      AdamSettings discriminatorAdam) {
    this(networks, batchSize, lambda, klWeight, adam, discriminatorAdam, 0, false, false);
  }

  @Override
  public ImageShape imageShape() {
    return networks.imageShape();
  }

  @Override
  public int pixelsPerImage() {
    return TripletProcedure.super.pixelsPerImage();
  }

  @Override
  public LabelledPixels labelled() {
    return new LabelledPixels(networks.imageShape().size(), networks.numClasses());
  }

  @Override
  public Map<String, Architecture> architectures() {
    return networks.architectures();
  }

  @Override
  public List<String> lossNames() {
    if (labelWeight == 0) {
      return LOSSES;
    }
    List<String> all = new ArrayList<>(LOSSES);
    all.add(LABEL_DEPENDENCE);
    return all;
  }

  @Override
  public Map<String, Double> collapseBounds() {
    return Map.of(D, CERTAIN);
  }

  @Override
  public AdamSettings adam(String network) {
    return network.equals(D) ? discriminatorAdam : adam;
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new StyleContentSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text. */
  @Override
  public String toString() {
    CheckpointText text =
        CheckpointText.of("StyleContentVaeGan")
            .with("networks", networks)
            .with("batchSize", batchSize)
            .with("lambda", lambda)
            .with("klWeight", klWeight)
            .with("adam", adam)
            .with("discriminatorAdam", discriminatorAdam);
    text = labelWeight == 0 ? text : text.with("labelWeight", labelWeight);
    text = descent ? text.with("descent", true) : text;
    return (frozenSpecified ? text.with("frozenSpecified", true) : text).toString();
  }
}
