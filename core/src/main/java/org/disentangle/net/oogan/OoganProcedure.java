// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import java.util.List;
import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Precision;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.CodeSampling;

/**
 * OOGAN (Liu, Zhu, Fu, de Melo and Elgammal, AAAI 2020, "OOGAN: Disentangling GAN with One-Hot
 * Sampling and Orthogonal Regularization").
 *
 * <p>One iteration is a step of D on the hinge loss; one of G on the hinge loss, on the same
 * images; and one of G and Q together, on codes and noise drawn afresh, on
 *
 * <pre>
 * lambda L_Q + gamma w L_oneHot + orthogonalWeight L_orthogonal
 * </pre>
 *
 * with L_Q the negative log-likelihood of the codes (a mean over images of sums over codes),
 * L_oneHot the cross-entropy of Q's means as logits and the code that is 1, and L_orthogonal the
 * squared cosines between Q's kernels. D stays as it is in the last two steps, its moving
 * statistics included, although Q reads its features. Codes are drawn in turn ({@code
 * CodeSampling}): w is 0 where all are uniform, 1 where they are one-hot vectors.
 *
 * <p>With lambda 0 Q minimises L_Q with the weight 1 by itself, and G hears nothing of it.
 *
 * <p>Beyond the paper, and as the authors' code has it, on demand: a third kind of codes, one of
 * which is 1 in the whole batch, with w 1/4. In that code, and not here: codes in [0, 1] rather
 * than uniform on [-1, 1], a mean over codes in L_Q, a gradient penalty (unnecessary, the paper
 * says), Adam moments of G's own in the third step, a moving average of G's weights for its images,
 * and instance noise on real images alone.
 *
 * @param networks say whether G's input is compete-free and Q grouped
 * @param latent codes uniform on [-1, 1] or categorical, and noise
 * @param batchSize images per mini-batch and worker
 * @param lambda weight of the codes' likelihood, at least 0; 0.2 to 2 in the paper
 * @param gamma weight of the one-hot cross-entropy, at least 0; 1 to 5 in the paper
 * @param orthogonalWeight weight of the orthogonal regularisation, at least 0
 * @param oneHot whether codes are drawn in turn; else always uniformly
 * @param oneCode whether every other batch of one-hot vectors is one in which one code is 1
 * @param instanceNoiseIter iterations over which the standard deviation of the Gaussian noise on
 *     every image D judges falls linearly from 1 to 0; 0 for none
 * @param distance of codes, where Q has no variances
 */
public record OoganProcedure(
    OoganNetworks networks,
    LatentSpace latent,
    int batchSize,
    double lambda,
    double gamma,
    double orthogonalWeight,
    boolean oneHot,
    boolean oneCode,
    long instanceNoiseIter,
    AdamSettings generatorAdam,
    AdamSettings discriminatorAdam,
    AdamSettings codeAdam,
    CodeDistance distance)
    implements CodeProcedure<OoganNetworks> {

  /** With the square as distance of codes. */
  public OoganProcedure(
      OoganNetworks networks,
      LatentSpace latent,
      int batchSize,
      double lambda,
      double gamma,
      double orthogonalWeight,
      boolean oneHot,
      boolean oneCode,
      long instanceNoiseIter,
      AdamSettings generatorAdam,
      AdamSettings discriminatorAdam,
      AdamSettings codeAdam) {
    this(
        networks,
        latent,
        batchSize,
        lambda,
        gamma,
        orthogonalWeight,
        oneHot,
        oneCode,
        instanceNoiseIter,
        generatorAdam,
        discriminatorAdam,
        codeAdam,
        CodeDistance.SQUARED);
  }

  /** Names of the networks. */
  public static final String G = "G";

  public static final String D = "D";
  public static final String Q = "Q";

  /** The paper's optimiser of all three: rate 1e-4, beta1 0.5, beta2 0.99. */
  public static final AdamSettings ADAM = new AdamSettings(1e-4, 0.5, 0.99, 1e-8);

  static final String ONE_HOT = "oneHot";
  static final String ORTHOGONAL = "orthogonal";

  /** Mean absolute difference of codes and Q's means, by the kind of draw (figure 10). */
  static final String L1_UNIFORM = "L1_uniform";

  static final String L1_ONE_HOT = "L1_oneHot";

  /** Total correlation of Q's codes in the batch, where Q has variances (figure 10). */
  static final String CORRELATION = "totalCorrelation";

  /** Hinge loss of a D that is sure of nearly every image. */
  private static final double CERTAIN = 0.01;

  /** D's and G's hinge losses; the others before weighting. */
  private static final List<String> LOSSES =
      List.of(D, Q, ONE_HOT, G, ORTHOGONAL, L1_UNIFORM, L1_ONE_HOT, CORRELATION);

  @Override
  public List<String> lossNames() {
    return LOSSES;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return switch (lossName) {
      case ONE_HOT -> sampling(iteration) != CodeSampling.UNIFORM;
      case ORTHOGONAL -> regularised();
      case L1_UNIFORM -> latent.numContinuous() > 0 && sampling(iteration) == CodeSampling.UNIFORM;
      case L1_ONE_HOT -> sampling(iteration) == CodeSampling.ONE_HOT;
      case CORRELATION -> networks.probabilistic();
      default -> true;
    };
  }

  /** D, sure of every image. */
  @Override
  public Map<String, Double> collapseBounds() {
    return Map.of(D, CERTAIN);
  }

  /** How codes are drawn at this iteration. */
  CodeSampling sampling(long iteration) {
    return oneHot ? CodeSampling.at(iteration, oneCode) : CodeSampling.UNIFORM;
  }

  /** Whether kernels of Q are made orthogonal. */
  boolean regularised() {
    return orthogonalWeight > 0 && !networks.orthogonal().isEmpty();
  }

  /** Standard deviation of the noise on images at this iteration. */
  double instanceNoise(long iteration) {
    return iteration < instanceNoiseIter ? 1 - (double) iteration / instanceNoiseIter : 0;
  }

  @Override
  public AdamSettings adam(String network) {
    return switch (network) {
      case G -> generatorAdam;
      case D -> discriminatorAdam;
      default -> codeAdam;
    };
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new OoganSession(this, precision.type());
  }

  /**
   * Checkpoints know the procedure by this text; those of lambda 0 in which Q did not learn are of
   * another procedure.
   */
  @Override
  public String toString() {
    CheckpointText text =
        CheckpointText.of("Oogan")
            .with("networks", networks)
            .with("latent", latent)
            .with("batchSize", batchSize)
            .with("lambda", lambda == 0 ? lambda + " (codes learned apart)" : lambda)
            .with("gamma", gamma)
            .with("orthogonalWeight", orthogonalWeight)
            .with("oneHot", oneHot)
            .with("oneCode", oneCode)
            .with("instanceNoiseIter", instanceNoiseIter)
            .with("generatorAdam", generatorAdam)
            .with("discriminatorAdam", discriminatorAdam)
            .with("codeAdam", codeAdam);
    return (distance == CodeDistance.SQUARED ? text : text.with("distance", distance)).toString();
  }
}
