// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.net.infogan.DiscriminatorAndQ.AuxiliaryQ;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.OoganTerms;
import org.disentangle.net.procedure.PairContrast;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * InfoGAN-CR (Lin, Thekumparampil, Fanti and Oh, ICML 2020) and, without H, InfoGAN (Chen et al.
 * 2016). With alpha 0 it is the former paper's "InfoGAN (modified)".
 *
 * <p>D and Q minimise L_D + lambda L_Q, G minimises L_adv + lambda L_Q + alpha L_CR, H minimises
 * L_CR. One iteration is one step of H (skipped while alpha is off: H is re-initialised when it
 * starts, so the step would leave nothing behind), one of D and Q, and two of G on the same draws,
 * unless the variant says otherwise.
 *
 * <p>With lambda 0 D and G are those of a GAN, and Q's own layers minimise L_Q by themselves, from
 * D's features ({@link AuxiliaryQ}): what codes an ordinary GAN's images carry.
 *
 * @param networks G, D with Q, and H; without H alpha is 0
 * @param batchSize images per mini-batch and worker
 * @param lambda weight of the information term, of its continuous part if there are two, at least
 *     0; with 0 Q learns apart
 * @param contrast when and how much the contrastive regulariser counts
 * @param variant in what else it differs from the published system
 * @param reportsInformation whether the history also has the lower bounds of the mutual information
 *     of codes and images, as InfoGAN's has; else it has the losses of InfoGAN-CR's paper alone
 */
public record InfoGanProcedure(
    InfoGanCrNetworks networks,
    LatentSpace latent,
    int batchSize,
    double lambda,
    ContrastSchedule contrast,
    InfoGanOptimisers optimisers,
    InfoGanVariant variant,
    boolean reportsInformation)
    implements CodeProcedure<InfoGanCrNetworks> {

  /** InfoGAN-CR as published. */
  public InfoGanProcedure(
      InfoGanCrNetworks networks,
      LatentSpace latent,
      int batchSize,
      double lambda,
      ContrastSchedule contrast,
      InfoGanOptimisers optimisers) {
    this(networks, latent, batchSize, lambda, contrast, optimisers, InfoGanVariant.STANDARD, false);
  }

  /** Names of the networks. */
  public static final String G = "G";

  public static final String D = "D";

  /** H, and its own loss. */
  public static final String H = PairContrast.H;

  /** D, where it judges several images together. */
  public static final String PACKED = "P";

  /** The code loss, and the contrastive loss of G. */
  static final String Q = "Q";

  static final String CONTRASTIVE = PairContrast.LOSS;

  /** Lower bounds of the mutual information of codes and images. */
  static final String CATEGORICAL_INFORMATION = "MI_categorical";

  static final String CONTINUOUS_INFORMATION = "MI_continuous";

  /** OOGAN's terms before weighting, where they are on. */
  static final String ONE_HOT = "oneHot";

  static final String ORTHOGONAL = "orthogonal";

  /** Logarithm of Q's least standard deviation. */
  static final String LOG_DEVIATION = "Q_logDeviation";

  /** Loss of a D that is 99.5% sure of every image, real and generated. */
  private static final double CERTAIN = 0.01;

  /** D's loss, Q's code loss, G's adversarial and contrastive losses (second G step), H's loss. */
  private static final List<String> LOSSES = List.of(D, Q, G, CONTRASTIVE, H);

  @Override
  public Map<String, Architecture> architectures() {
    Map<String, Architecture> all = new TreeMap<>(networks.architectures());
    if (variant.packSize() > 1) {
      all.put(PACKED, packed());
    }
    return all;
  }

  /** H takes part while alpha is on alone; D may take several images at once. */
  @Override
  public LeastBatch leastBatch() {
    Map<String, Architecture> trained = new TreeMap<>(architectures());
    if (!contrast.everOn()) {
      trained.remove(H);
    }
    Architecture packed = trained.remove(PACKED);
    LeastBatch single = LeastBatch.of(trained.values());
    return packed == null ? single : single.and(LeastBatch.of(packed).inPacks(variant.packSize()));
  }

  /** Codes to loss, at this iteration. */
  CodeLosses codeLosses(long iteration) {
    return new CodeLosses(
        latent,
        iteration < variant.varianceStart() ? QVariance.UNIT : variant.variance(),
        variant.deviationFloor());
  }

  private boolean isPublished() {
    return variant.equals(InfoGanVariant.STANDARD) && contrast.isPublished();
  }

  @Override
  public List<String> lossNames() {
    List<String> names = new ArrayList<>(LOSSES);
    if (reportsInformation) {
      names.addAll(List.of(CATEGORICAL_INFORMATION, CONTINUOUS_INFORMATION));
    }
    if (reportsDeviation()) {
      names.add(LOG_DEVIATION);
    }
    if (variant.terms().oneHot()) {
      names.add(ONE_HOT);
    }
    if (regularised()) {
      names.add(ORTHOGONAL);
    }
    return names;
  }

  /** Whether kernels of Q are made orthogonal. */
  boolean regularised() {
    return variant.terms().orthogonalWeight() > 0 && !networks.orthogonal().isEmpty();
  }

  /** Whether Q's least deviation can change. */
  boolean reportsDeviation() {
    return variant.variance() != QVariance.UNIT;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return switch (lossName) {
      case CONTRASTIVE, H -> contrast.isOn(iteration);
      case CATEGORICAL_INFORMATION -> !latent.categories().isEmpty();
      case CONTINUOUS_INFORMATION -> latent.numContinuous() > 0;
      case LOG_DEVIATION -> latent.numContinuous() > 0 && iteration >= variant.varianceStart();
      case ONE_HOT -> variant.terms().isOneHot(iteration);
      default -> true;
    };
  }

  /**
   * D, sure of every image: then G's adversarial gradients say nothing any more. And Q's least
   * deviation, a thousandth of a code's range: the density grows without bound as it vanishes.
   */
  @Override
  public Map<String, Double> collapseBounds() {
    Map<String, Double> bounds = new TreeMap<>();
    if (variant.adversarial() == AdversarialLoss.JSD) {
      bounds.put(D, CERTAIN);
    }
    if (variant.variance() == QVariance.LEARNED) {
      bounds.put(LOG_DEVIATION, CodeLosses.COLLAPSED);
    }
    return bounds;
  }

  /** Q's least deviation, where one code's may vanish from one step to the next. */
  @Override
  public Map<String, Double> collapseFloors() {
    return variant.variance() == QVariance.FULL
        ? Map.of(LOG_DEVIATION, CodeLosses.COLLAPSED)
        : Map.of();
  }

  @Override
  public String collapseAdvice() {
    return "Choose a distribution of codes whose density has a bound (qVariance \"unit\"), or lower"
        + " lambda and the learning rates.";
  }

  @Override
  public AdamSettings adam(String network) {
    return switch (network) {
      case G -> optimisers.generator();
      case H -> optimisers.contrast();
      default -> optimisers.discriminator();
    };
  }

  /** D for several images together. */
  Architecture packed() {
    return networks.packed(PACKED, variant.packSize());
  }

  @Override
  public long nextSwitch(long iteration) {
    return contrast.nextSwitch(iteration);
  }

  /**
   * At {@code crStart} and {@code gapSwitch} H and its optimiser state start afresh; H's
   * spectral-norm vectors and moving statistics stay.
   */
  @Override
  public TrainingState applySwitch(TrainingState state, long seed) {
    long now = state.iteration();
    if (!contrast.isSwitch(now)) {
      return state;
    }
    TreeMap<String, NetworkState> states = new TreeMap<>(state.networks());
    try (Network h = Network.blank(networks.contrast(), adam(H), DataType.FLOAT)) {
      h.load(state.network(H));
      h.restart(Seeds.mix(seed, H.hashCode(), now));
      states.put(H, h.save());
    }
    return new TrainingState(now, states);
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new InfoGanSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text; a variant as published is left out. */
  @Override
  public String toString() {
    CheckpointText text =
        CheckpointText.of("InfoGanCr")
            .with("networks", networks)
            .with("latent", latent)
            .with("batchSize", batchSize)
            .with("lambda", lambdaText())
            .with("alpha", contrast.alpha())
            .with("crStart", contrast.crStart())
            .with("gap", contrast.gap())
            .with("gapSwitch", contrast.gapSwitch())
            .with("gapAfter", contrast.gapAfter())
            .with("generatorAdam", optimisers.generator())
            .with("discriminatorAdam", optimisers.discriminator())
            .with("contrastAdam", optimisers.contrast());
    return (isPublished() ? text : text.with("variant", variantText())).toString();
  }

  private CheckpointText variantText() {
    CheckpointText text = publishedVariantText();
    if (contrast.gapFall() != 0) {
      text.with("gapFall", contrast.gapFall());
    }
    if (variant.deviationFloor() > 0) {
      text.with("deviationFloor", variant.deviationFloor());
    }
    return variant.terms().equals(OoganTerms.NONE) ? text : text.with("terms", variant.terms());
  }

  private CheckpointText publishedVariantText() {
    return CheckpointText.of("InfoGanVariant")
        .with("lambdaCategorical", variant.lambdaCategorical())
        .with("variance", variant.variance())
        .with("varianceStart", variant.varianceStart())
        .with("adversarial", variant.adversarial())
        .with("gradientPenalty", variant.gradientPenalty())
        .with("packSize", variant.packSize())
        .with("pairs", contrast.pairs())
        .with("alphaRise", contrast.alphaRise())
        .with("generatorSteps", variant.generatorSteps())
        .with("freshDraws", variant.freshDraws());
  }

  /** Checkpoints in which Q did not learn are those of another procedure. */
  private String lambdaText() {
    return variant.packSize() == 1 && AuxiliaryQ.of(this).learns()
        ? lambda + " (codes of weight 0 learned apart)"
        : Double.toString(lambda);
  }
}
