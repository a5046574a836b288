// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Precision;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.OoganTerms;

/**
 * IB-GAN (Jeon, Lee, Pyeon and Kim, AAAI 2021, "IB-GAN: Disentangled Representation Learning with
 * Information Bottleneck Generative Adversarial Networks").
 *
 * <p>Noise z ~ N(0, I) becomes codes r = mean(z) + deviation(z) e with e ~ N(0, I), and these an
 * image G(r). One iteration is one step of every network, all on the same images. G, R and Q
 * minimise
 *
 * <pre>
 * -log D(G(r)) + ||z - Q(G(r))||^2 / 2 + beta KL(N(mean(z), variance(z)) || N(0, I))
 * </pre>
 *
 * <p>the second term being, up to a constant, a bound on the information of z and image from below
 * and the third one from above; and D its cross-entropy -log D(x) - log(1 - D(G(r))). All are means
 * over images of sums over values.
 *
 * <p>What D and Q see is noisy in the first iterations, as in the authors' code: Gaussian noise is
 * added and the sum limited to the range of pixels. Its standard deviation there starts at 1 for
 * pixels in [-1, 1], which is 0.5 for pixels in [0, 1], as here.
 *
 * <p>The authors optimise by RMSprop with decay 0.99 and momentum 0.9, whose momentum is the sum of
 * past steps and not their mean. {@link #adam} is the closest that Adam comes: the same decays, and
 * ten times the rate. It differs in the corrected bias of its first steps, and in that a step is
 * divided by today's root mean square rather than by that of each gradient's day.
 *
 * <p>With one-hot codes ({@link OoganTerms}), G makes images of such codes at every other
 * iteration, and not of R's. There G, Q and R minimise, besides G's adversarial loss, gamma times
 * the cross-entropy of R's means of Q's noise of an image and the code that is 1: no z belongs to
 * these images, so that the other two terms are left out.
 *
 * @param networks D gives a probability
 * @param batchSize images per mini-batch and worker
 * @param beta weight of the divergence, at least 0; 0.141 for dSprites
 * @param instanceNoiseIter iterations over which the noise on images falls linearly to 0; 0 for no
 *     noise, 100,000 in the authors' code
 * @param generatorAdam of G, R and Q
 * @param terms one-hot codes and orthogonal kernels, as OOGAN has them; neither as published
 */
public record IbGanProcedure(
    IbGanNetworks networks,
    int batchSize,
    double beta,
    long instanceNoiseIter,
    AdamSettings generatorAdam,
    AdamSettings discriminatorAdam,
    OoganTerms terms)
    implements CodeProcedure<IbGanNetworks> {

  /** Without OOGAN's terms. */
  public IbGanProcedure(
      IbGanNetworks networks,
      int batchSize,
      double beta,
      long instanceNoiseIter,
      AdamSettings generatorAdam,
      AdamSettings discriminatorAdam) {
    this(
        networks,
        batchSize,
        beta,
        instanceNoiseIter,
        generatorAdam,
        discriminatorAdam,
        OoganTerms.NONE);
  }

  /** The same with OOGAN's terms: {@link OoganTerms} has what they are. */
  public IbGanProcedure withTerms(boolean oneHot, double gamma, double orthogonalWeight) {
    return new IbGanProcedure(
        networks,
        batchSize,
        beta,
        instanceNoiseIter,
        generatorAdam,
        discriminatorAdam,
        new OoganTerms(oneHot, gamma, orthogonalWeight));
  }

  /** Names of the networks. */
  public static final String G = "G";

  public static final String D = "D";
  public static final String Q = "Q";
  public static final String R = "R";

  static final String KL = "KL";

  /** OOGAN's terms before weighting, where they are on. */
  static final String ONE_HOT = "oneHot";

  static final String ORTHOGONAL = "orthogonal";

  /** Standard deviation of the noise on images at the first iteration. */
  static final double INITIAL_NOISE = 0.5;

  /** Cross-entropy of a D that is sure of nearly every image. */
  private static final double CERTAIN = 0.01;

  /** Adversarial loss of D, squared error of Q, adversarial loss of G, divergence before beta. */
  private static final List<String> LOSSES = List.of(D, Q, G, KL);

  /** Adam with the decays of the published optimiser: beta1 0.9, beta2 0.99, epsilon 1e-8. */
  public static AdamSettings adam(double learningRate) {
    return new AdamSettings(learningRate, 0.9, 0.99, 1e-8);
  }

  /**
   * Codes with a standard normal prior, and no noise, as z is no input of G; where G's input is
   * compete-free, noise of the same prior.
   */
  @Override
  public LatentSpace latent() {
    return new LatentSpace(networks.numCodes(), networks.nuisanceDim(), Prior.NORMAL);
  }

  @Override
  public List<String> lossNames() {
    List<String> names = new ArrayList<>(LOSSES);
    if (terms.oneHot()) {
      names.add(ONE_HOT);
    }
    if (regularised()) {
      names.add(ORTHOGONAL);
    }
    return names;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return switch (lossName) {
      case Q, KL -> !terms.isOneHot(iteration);
      case ONE_HOT -> terms.isOneHot(iteration);
      default -> true;
    };
  }

  /** Whether kernels of Q are made orthogonal. */
  boolean regularised() {
    return terms.orthogonalWeight() > 0 && !networks.orthogonal().isEmpty();
  }

  /** D, sure of every image. */
  @Override
  public Map<String, Double> collapseBounds() {
    return Map.of(D, CERTAIN);
  }

  /** Standard deviation of the noise on images at this iteration. */
  double instanceNoise(long iteration) {
    return iteration < instanceNoiseIter
        ? INITIAL_NOISE * (1 - (double) iteration / instanceNoiseIter)
        : 0;
  }

  @Override
  public AdamSettings adam(String network) {
    return network.equals(D) ? discriminatorAdam : generatorAdam;
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new IbGanSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text. */
  @Override
  public String toString() {
    CheckpointText text =
        CheckpointText.of("IbGan")
            .with("networks", networks)
            .with("batchSize", batchSize)
            .with("beta", beta)
            .with("instanceNoiseIter", instanceNoiseIter)
            .with("generatorAdam", generatorAdam)
            .with("discriminatorAdam", discriminatorAdam);
    return (terms.equals(OoganTerms.NONE) ? text : text.with("terms", terms)).toString();
  }
}
