package org.disentangle.net.procedure;

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
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.disentangle.net.architecture.LeastBatch;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * InfoGAN-CR (Lin, Thekumparampil, Fanti and Oh, ICML 2020) and, without H, InfoGAN (Chen et al.
 * 2016). With alpha 0 it is the former paper's "InfoGAN (modified)".
 *
 * <p>D and Q minimise L_D + lambda L_Q, G minimises L_adv + lambda L_Q + alpha L_CR, H minimises
 * L_CR. One iteration is one step of H (skipped while alpha is off: H is re-initialised when it
 * comes on, so the step would leave nothing behind), one of D and Q, and two of G on the same
 * draws, unless the variant says otherwise.
 *
 * <p>With lambda 0 D and G are those of a GAN, and Q's own layers minimise L_Q by themselves, from
 * D's features ({@link AuxiliaryQ}): what codes an ordinary GAN's images tell.
 *
 * @param networks G, D with Q, and H; without H alpha is 0
 * @param batchSize images per mini-batch and worker
 * @param lambda weight of the information term, of its continuous part if there are two, at least
 *     0; with 0 Q learns apart
 * @param alpha weight of the contrastive regulariser once it is on, at least 0
 * @param crStart iteration at which alpha comes on
 * @param gap least distance of unshared codes in a contrastive pair, in [0, 2)
 * @param gapSwitch iteration at which the gap becomes {@code gapAfter}; {@link Long#MAX_VALUE} for
 *     never
 * @param gapAfter the gap from then on
 * @param variant in what it differs from the published system
 */
public record InfoGanProcedure(
    InfoGanCrNetworks networks,
    LatentSpace latent,
    int batchSize,
    double lambda,
    double alpha,
    long crStart,
    double gap,
    long gapSwitch,
    double gapAfter,
    AdamSettings generatorAdam,
    AdamSettings discriminatorAdam,
    AdamSettings contrastAdam,
    InfoGanVariant variant)
    implements TrainingProcedure {

  /** As published. */
  public InfoGanProcedure(
      InfoGanCrNetworks networks,
      LatentSpace latent,
      int batchSize,
      double lambda,
      double alpha,
      long crStart,
      double gap,
      long gapSwitch,
      double gapAfter,
      AdamSettings generatorAdam,
      AdamSettings discriminatorAdam,
      AdamSettings contrastAdam) {
    this(
        networks,
        latent,
        batchSize,
        lambda,
        alpha,
        crStart,
        gap,
        gapSwitch,
        gapAfter,
        generatorAdam,
        discriminatorAdam,
        contrastAdam,
        InfoGanVariant.STANDARD);
  }

  /** Names of the networks. */
  public static final String G = "G";

  public static final String D = "D";
  public static final String H = "H";

  /** D, where it judges several images together. */
  public static final String PACKED = "P";

  /** Lower bounds of the mutual information of codes and images. */
  private static final String CATEGORICAL_INFORMATION = "MI_categorical";

  private static final String CONTINUOUS_INFORMATION = "MI_continuous";

  /** Logarithm of Q's least standard deviation. */
  private static final String LOG_DEVIATION = "Q_logDeviation";

  /** Loss of a D that is 99.5% sure of every image, real and generated. */
  private static final double CERTAIN = 0.01;

  /** D's loss, Q's code loss, G's adversarial and contrastive losses (second G step), H's loss. */
  private static final List<String> LOSSES = List.of("D", "Q", "G", "CR", "H");

  @Override
  public int pixelsPerImage() {
    return networks.imageShape().size();
  }

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
    if (alpha == 0) {
      trained.remove(H);
    }
    Architecture packed = trained.remove(PACKED);
    LeastBatch single = LeastBatch.of(trained.values());
    return packed == null ? single : single.and(LeastBatch.of(packed).inPacks(variant.packSize()));
  }

  /** Codes to loss, at this iteration. */
  CodeLosses codeLosses(long iteration) {
    return new CodeLosses(
        latent, iteration < variant.varianceStart() ? QVariance.UNIT : variant.variance());
  }

  private boolean isStandard() {
    return variant.equals(InfoGanVariant.STANDARD);
  }

  @Override
  public List<String> lossNames() {
    if (isStandard()) {
      return LOSSES;
    }
    List<String> names = new ArrayList<>(LOSSES);
    names.add(CATEGORICAL_INFORMATION);
    names.add(CONTINUOUS_INFORMATION);
    if (variant.variance() != QVariance.UNIT) {
      names.add(LOG_DEVIATION);
    }
    return names;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return switch (lossName) {
      case "CR", H -> contrastive(iteration);
      case CATEGORICAL_INFORMATION -> !latent.categories().isEmpty();
      case CONTINUOUS_INFORMATION -> latent.numContinuous() > 0;
      case LOG_DEVIATION -> latent.numContinuous() > 0 && iteration >= variant.varianceStart();
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
    return "choose a distribution of codes whose density has a bound (qVariance \"unit\"), or lower"
        + " lambda and the learning rates.";
  }

  /** Whether the contrastive regulariser is on at this iteration. */
  boolean contrastive(long iteration) {
    return alpha > 0 && iteration >= crStart;
  }

  /** Weight of the contrastive regulariser at this iteration, while it is on. */
  double alphaAt(long iteration) {
    long risen = iteration - crStart + 1;
    return risen >= variant.alphaRise() ? alpha : alpha * risen / variant.alphaRise();
  }

  /** The gap at this iteration. */
  double gapAt(long iteration) {
    return iteration >= gapSwitch ? gapAfter : gap;
  }

  @Override
  public TrainingState initialState(long seed) {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    states.put(G, Network.initial(networks.generator(), generatorAdam, seed));
    states.put(D, Network.initial(networks.discriminator(), discriminatorAdam, seed));
    if (networks.contrast() != null) {
      states.put(H, Network.initial(networks.contrast(), contrastAdam, seed));
    }
    if (variant.packSize() > 1) {
      states.put(PACKED, Network.initial(packed(), discriminatorAdam, seed));
    }
    return new TrainingState(0, states);
  }

  /** D for several images together. */
  Architecture packed() {
    return networks.packed(PACKED, variant.packSize());
  }

  @Override
  public long nextSwitch(long iteration) {
    long next = Long.MAX_VALUE;
    if (alpha > 0) {
      next = crStart > iteration ? crStart : next;
      next = gapSwitch > iteration ? Math.min(next, gapSwitch) : next;
    }
    return next;
  }

  /**
   * At {@code crStart} and {@code gapSwitch} H and its optimiser state start afresh; H's
   * spectral-norm vectors and moving statistics stay.
   */
  @Override
  public TrainingState applySwitch(TrainingState state, long seed) {
    long now = state.iteration();
    if (alpha == 0 || (now != crStart && now != gapSwitch)) {
      return state;
    }
    TreeMap<String, NetworkState> states = new TreeMap<>(state.networks());
    try (Network contrast = new Network(networks.contrast(), contrastAdam, DataType.FLOAT, 0)) {
      contrast.load(state.network(H));
      contrast.restart(Seeds.mix(seed, H.hashCode(), now));
      states.put(H, contrast.save());
    }
    return new TrainingState(now, states);
  }

  @Override
  public WorkerSession open() {
    return new InfoGanSession(this, DataType.FLOAT);
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
            .with("alpha", alpha)
            .with("crStart", crStart)
            .with("gap", gap)
            .with("gapSwitch", gapSwitch)
            .with("gapAfter", gapAfter)
            .with("generatorAdam", generatorAdam)
            .with("discriminatorAdam", discriminatorAdam)
            .with("contrastAdam", contrastAdam);
    return (isStandard() ? text : text.with("variant", variant)).toString();
  }

  /** Checkpoints in which Q did not learn are those of another procedure. */
  private String lambdaText() {
    return variant.packSize() == 1 && AuxiliaryQ.of(this).learns()
        ? lambda + " (codes of weight 0 learned apart)"
        : Double.toString(lambda);
  }
}
