// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.DisentangledModel;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanVariant;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.InputErrors;

/**
 * InfoGAN, with or without its contrastive regulariser.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 */
public abstract class InfoGanEstimator<
        E extends InfoGanEstimator<E, M>, M extends DisentangledModel<M>>
    extends DisentanglingEstimator<E, M, InfoGanCrNetworks> implements InfoGanParams<E> {

  InfoGanEstimator(String uid) {
    super(uid);
  }

  /**
   * What these Params say of the latent space.
   *
   * @throws InvalidInputException if more codes are categorical than there are, or one of OOGAN's
   *     parts is on without the codes or noise that it needs
   */
  final LatentSpace latentSpace() {
    checkCategories(getNumCodes());
    LatentSpace latent =
        new LatentSpace(getNumCodes(), getNoiseDim(), Prior.UNIFORM, categoryCounts());
    PluggedSwitches.check(this, latent.numContinuous(), "noiseDim", getNoiseDim());
    return latent;
  }

  /** The preset's networks or the user's own, as D's loss and Q's variance need them. */
  InfoGanCrNetworks networks(LatentSpace latent, boolean hasContrast) {
    InfoGanCrNetworks networks =
        getArchitecture().isEmpty()
            ? Presets.of(presets(), getPreset()).networks(latent)
            : new OwnArchitecture(InputErrors.of(this), latent, hasContrast)
                .read(getArchitecture());
    AdversarialLoss adversarial = AdversarialLoss.of(getAdversarialLoss());
    networks =
        networks
            .withReal(adversarial.output())
            .withMoreCodeOutputs(QVariance.of(getQVariance()).outputs(latent.numContinuous()));
    if (getCompeteFree()) {
      networks = networks.withCompeteFree(latent);
    }
    return getGrouped() ? networks.withGroupedCodes() : networks;
  }

  InfoGanVariant variant(LatentSpace latent, int generatorSteps, boolean freshDraws) {
    InfoGanVariant variant =
        new InfoGanVariant(
            latent.categories().isEmpty() ? 0 : getLambdaCategorical(),
            QVariance.of(getQVariance()),
            getQVarianceStart(),
            AdversarialLoss.of(getAdversarialLoss()),
            getGradientPenalty(),
            getPackSize(),
            generatorSteps,
            freshDraws);
    return variant
        .withTerms(getOneHot(), PluggedSwitches.gamma(this), PluggedSwitches.orthogonalWeight(this))
        .withDeviationFloor(getQDeviationFloor());
  }

  /**
   * Refuses a start that never comes.
   *
   * @throws InvalidInputException if {@code qVarianceStart} is above {@code maxIter}, or not below
   *     it though {@code qVariance} is not "unit"
   */
  final void checkQVarianceStart() {
    boolean free = QVariance.of(getQVariance()) != QVariance.UNIT;
    if (getQVarianceStart() > getMaxIter() || (free && getQVarianceStart() == getMaxIter())) {
      throw InputErrors.of(this)
          .parameter(
              "qVarianceStart",
              getQVarianceStart(),
              free
                  ? String.format(
                      Locale.ROOT,
                      "an iteration below maxIter (%d), because qVariance is %s",
                      getMaxIter(),
                      getQVariance())
                  : String.format(Locale.ROOT, "at most maxIter (%d)", getMaxIter()));
    }
  }

  /**
   * Refuses packs that do not fill a batch.
   *
   * @throws InvalidInputException if {@code packSize} does not divide {@code batchSize}
   */
  final void checkPackSize() {
    if (getBatchSize() % getPackSize() != 0) {
      throw InputErrors.of(this)
          .parameter(
              "packSize",
              getPackSize(),
              String.format(Locale.ROOT, "a divisor of batchSize (%d)", getBatchSize()),
              "Make batchSize a multiple of packSize.");
    }
  }

  /**
   * Networks given as JSON instead of a preset's; refused unless their sizes fit together.
   *
   * @param latent the latent space that G takes and Q and H speak of
   * @param hasContrast whether H is one of the networks
   */
  record OwnArchitecture(InputErrors errors, LatentSpace latent, boolean hasContrast) {

    private static final String NAME = "architecture";

    /**
     * @throws InvalidInputException if the text is not three networks as JSON, or a size is wrong
     */
    InfoGanCrNetworks read(String json) {
      InfoGanCrNetworks own;
      try {
        own = NetworksJson.read(json, InfoGanCrNetworks.class);
      } catch (InvalidInputException e) {
        throw refused(e.problem());
      }
      if (own == null || own.imageShape() == null) {
        throw refused("networks without imageShape");
      }
      ImageShape shape = own.imageShape();
      check(
          "G", own.generator(), latent.inputSize(), Map.of(InfoGanCrNetworks.IMAGE, shape.size()));
      check(
          "D",
          own.discriminator(),
          shape.size(),
          Map.of(InfoGanCrNetworks.REAL, 1, InfoGanCrNetworks.CODES, latent.codeWidth()));
      if (!hasContrast) {
        return own;
      }
      check(
          "H",
          own.contrast(),
          2 * shape.size(),
          Map.of(InfoGanCrNetworks.INDEX, latent.numCodes()));
      return own;
    }

    private void check(String name, Architecture network, int input, Map<String, Integer> heads) {
      if (network == null || !name.equals(network.name()) || network.input() == null) {
        throw refused(String.format(Locale.ROOT, "no network %s with an input", name));
      }
      if (network.input().size() != input) {
        throw wrongSize(
            String.format(Locale.ROOT, "%s of %d inputs", name, network.input().size()),
            input + " inputs");
      }
      if (!network.heads().keySet().equals(heads.keySet())) {
        throw refused(
            String.format(Locale.ROOT, "%s with outputs %s", name, network.heads().keySet()));
      }
      requireFit(name, nodes(network::trunkNodes, name));
      for (Map.Entry<String, Integer> head : heads.entrySet()) {
        List<Architecture.Node> nodes = nodes(() -> network.headNodes(head.getKey()), name);
        requireFit(name, nodes);
        int found = nodes.isEmpty() ? 0 : nodes.get(nodes.size() - 1).output().size();
        if (found != head.getValue()) {
          throw wrongSize(
              String.format(
                  Locale.ROOT, "output '%s' of %s with %d values", head.getKey(), name, found),
              head.getValue() + " values");
        }
      }
    }

    private interface Nodes {
      List<Architecture.Node> list();
    }

    private List<Architecture.Node> nodes(Nodes nodes, String name) {
      try {
        return nodes.list();
      } catch (RuntimeException e) {
        throw refused(
            String.format(
                Locale.ROOT, "%s with a layer that makes no sense (%s)", name, e.getMessage()));
      }
    }

    private void requireFit(String name, List<Architecture.Node> nodes) {
      for (Architecture.Node node : nodes) {
        if (node.received().size() != node.arranged().size()) {
          throw wrongSize(
              String.format(
                  Locale.ROOT,
                  "layer %s of %s, which takes %d values",
                  node.spec().name(),
                  name,
                  node.arranged().size()),
              String.format(
                  Locale.ROOT, "%d values, as the layer before it gives", node.received().size()));
        }
      }
    }

    private InvalidInputException refused(String found) {
      return errors.parameter(
          NAME,
          found,
          String.format(
              Locale.ROOT, "the networks %s as JSON", hasContrast ? "G, D and H" : "G and D"),
          "Start from the text that NetworksJson.write gives for a preset.");
    }

    private InvalidInputException wrongSize(String found, String expected) {
      return errors.parameter(
          NAME,
          found,
          String.format(
              Locale.ROOT,
              "%s, with numCodes = %d%s and noiseDim = %d",
              expected,
              latent.numCodes(),
              latent.categories().isEmpty() ? "" : ", categories = " + latent.categories(),
              latent.noiseDim()),
          "Set numCodes and noiseDim to what the architecture was written for.");
    }
  }
}
