// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Precision;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.TcDiscriminator;

/**
 * Variational autoencoders for disentangling, each with its objective, on one encoder and decoder.
 *
 * <p>One iteration is one step of encoder and decoder on the sum of the reconstruction error, the
 * weighted divergence and, for FactorVAE, the total correlation as its discriminator estimates it;
 * and for FactorVAE then one step of that discriminator on codes of the same images, drawn afresh,
 * against the same codes with every dimension shuffled within the batch, as the InfoGAN-CR authors
 * run it (Kim and Mnih 2018 take a second batch).
 *
 * @param networks their discriminator is FactorVAE's alone
 * @param batchSize images per mini-batch and worker; at least 2 for FactorVAE, beta-TCVAE and
 *     DIP-VAE
 * @param annealIter iterations over which the weight of all that is minimised besides the
 *     reconstruction error rises from 0 to 1; 0, as in the papers, for 1 from the first on
 */
public record VaeProcedure(
    VaeNetworks networks,
    int batchSize,
    VaeObjective objective,
    long annealIter,
    AdamSettings adam,
    AdamSettings tcDiscriminatorAdam)
    implements CodeProcedure<VaeNetworks> {

  /** Encoder and decoder. */
  public static final String E = "E";

  public static final String DEC = "Dec";

  public VaeProcedure {
    networks =
        objective instanceof VaeObjective.PenalisedTotalCorrelation
            ? networks
            : networks.withoutTcDiscriminator();
  }

  /** A single image has no covariance. */
  private static final LeastBatch COVARIED =
      new LeastBatch(2, "the covariance of codes is estimated within the batch");

  /** Of a single image, the density of its codes is the product of theirs. */
  private static final LeastBatch ESTIMATED =
      new LeastBatch(2, "the total correlation is estimated within the batch");

  static final String RECONSTRUCTION = "reconstruction";
  static final String DIVERGENCE = "divergence";

  /** The parts of {@link CovariancePenalty}, before weighting. */
  static final String OFF_DIAGONAL = "offDiagonal";

  static final String DIAGONAL = "diagonal";

  /** Codes with a standard normal prior, and no noise. */
  @Override
  public LatentSpace latent() {
    return new LatentSpace(networks.decoder().input().channels(), 0, Prior.NORMAL);
  }

  boolean isFactorVae() {
    return objective instanceof VaeObjective.PenalisedTotalCorrelation;
  }

  boolean isDipVae() {
    return objective instanceof VaeObjective.InferredPrior;
  }

  @Override
  public List<String> lossNames() {
    List<String> names =
        new ArrayList<>(
            List.of(RECONSTRUCTION, DIVERGENCE, TcDiscriminator.CORRELATION, TcDiscriminator.LOSS));
    if (isDipVae()) {
      names.addAll(List.of(OFF_DIAGONAL, DIAGONAL));
    }
    names.addAll(codeDivergences());
    return names;
  }

  /** Names of the divergence of each code. */
  List<String> codeDivergences() {
    return IntStream.range(0, latent().numCodes())
        .mapToObj(code -> DIVERGENCE + "_" + code)
        .toList();
  }

  @Override
  public LeastBatch leastBatch() {
    LeastBatch layers = LeastBatch.of(architectures().values());
    if (objective instanceof VaeObjective.PenalisedTotalCorrelation) {
      return layers.and(TcDiscriminator.SHUFFLED);
    }
    if (isDipVae()) {
      return layers.and(COVARIED);
    }
    return objective instanceof VaeObjective.Decomposed ? layers.and(ESTIMATED) : layers;
  }

  /** Weight of what regularises, at this iteration. */
  double annealing(long iteration) {
    return iteration < annealIter ? (double) iteration / annealIter : 1;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return switch (lossName) {
      case TcDiscriminator.CORRELATION ->
          isFactorVae() || objective instanceof VaeObjective.Decomposed;
      case TcDiscriminator.LOSS -> isFactorVae();
      default -> true;
    };
  }

  @Override
  public AdamSettings adam(String network) {
    return network.equals(TcDiscriminator.NAME) ? tcDiscriminatorAdam : adam;
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new VaeSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text. */
  @Override
  public String toString() {
    return CheckpointText.of("Vae")
        .with("networks", networks)
        .with("batchSize", batchSize)
        .with("objective", objective)
        .with("annealIter", annealIter)
        .with("adam", adam)
        .with("densityAdam", tcDiscriminatorAdam)
        .toString();
  }
}
