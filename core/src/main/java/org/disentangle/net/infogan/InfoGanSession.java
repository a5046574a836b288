// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.InfoGanCrNetworks.IMAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.CodeSampling;
import org.disentangle.net.procedure.CodeShuffle;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.PairContrast;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One logical worker's networks, and the alternating step of {@link InfoGanProcedure}. */
final class InfoGanSession extends NetworkSession<InfoGanProcedure, InfoGanSession.InfoGanDraws> {

  /**
   * The losses of one iteration in the order they are computed; the contrastive ones are 0 while
   * alpha is off.
   */
  record StepLosses(
      double contrast,
      double discriminator,
      CodeLosses.CodeLoss codes,
      List<GeneratorLosses> generator) {}

  /** The parts of G's loss, before weighting. */
  record GeneratorLosses(double adversarial, double codes, double contrastive) {}

  private final Network g;
  private final Network h;
  private final DiscriminatorAndQ discriminatorAndQ;
  private final Pass generated;
  private final Pass generatedFirst;
  private final Pass generatedSecond;
  private final PairContrast contrast;
  private final TcRegulariser tcRegulariser;

  InfoGanSession(InfoGanProcedure procedure, DataType type) {
    this(procedure, type, null);
  }

  /**
   * @param tcRegulariser null for InfoGAN and InfoGAN-CR by themselves
   */
  InfoGanSession(InfoGanProcedure procedure, DataType type, TcRegulariser tcRegulariser) {
    super(procedure, type);
    this.tcRegulariser = tcRegulariser;
    g = network(InfoGanProcedure.G);
    h = network(InfoGanProcedure.H);
    discriminatorAndQ =
        new DiscriminatorAndQ(
            procedure,
            network(InfoGanProcedure.D),
            network(InfoGanProcedure.PACKED),
            tcRegulariser);
    generated = g.newPass();
    generatedFirst = g.newPass();
    generatedSecond = g.newPass();
    contrast = h == null ? null : new PairContrast(h);
  }

  @Override
  protected InfoGanDraws draw(long seed) {
    return InfoGanDraws.of(procedure, iteration(), seed);
  }

  @Override
  protected void iterate(float[] pixels, InfoGanDraws draws) {
    StepLosses found = alternate(pixels, draws);
    GeneratorLosses last = found.generator().get(found.generator().size() - 1);
    losses
        .put(InfoGanProcedure.D, found.discriminator())
        .put(InfoGanProcedure.Q, found.codes().value())
        .put(InfoGanProcedure.G, last.adversarial())
        .put(InfoGanProcedure.CONTRASTIVE, last.contrastive())
        .put(InfoGanProcedure.H, found.contrast());
    if (procedure.reportsInformation()) {
      CodeLosses entropies = procedure.codeLosses(iteration());
      losses
          .put(
              InfoGanProcedure.CATEGORICAL_INFORMATION,
              entropies.categoricalEntropy() - found.codes().categorical())
          .put(
              InfoGanProcedure.CONTINUOUS_INFORMATION,
              entropies.continuousEntropy() - found.codes().continuous());
    }
    if (procedure.reportsDeviation()) {
      losses.put(InfoGanProcedure.LOG_DEVIATION, found.codes().logDeviation());
    }
    if (procedure.variant().terms().oneHot()) {
      losses.put(InfoGanProcedure.ONE_HOT, discriminatorAndQ.terms().oneHot());
    }
    if (procedure.regularised()) {
      losses.put(InfoGanProcedure.ORTHOGONAL, discriminatorAndQ.terms().orthogonal());
    }
    if (tcRegulariser != null) {
      tcRegulariser.train(discriminatorAndQ.codes(), draws.shuffle());
    }
  }

  /**
   * One iteration on given draws. While G does not change, its images are made once: the
   * contrastive pair serves H and the first G step, z serves D and the first G step; the moving
   * statistics are still updated for every use.
   */
  StepLosses alternate(float[] pixels, InfoGanDraws draws) {
    ContrastivePairs pairs = draws.pairs();
    double contrastLoss = 0;
    g.prepare();
    if (pairs != null) {
      generatePairs(pairs);
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrastLoss =
          contrast.train(generatedFirst.head(IMAGE), generatedSecond.head(IMAGE), pairs.index());
    }
    generated.forward(input(draws.latents()), true);
    generated.updateMovingStatistics();
    INDArray shares = draws.shares() == null ? null : array(draws.shares(), draws.shares().length);
    DiscriminatorAndQ.DiscriminatorLosses trained =
        discriminatorAndQ.train(
            iteration(), realImages(pixels), generated.head(IMAGE), draws.latents(), shares);
    discriminatorAndQ.prepare();
    if (h != null) {
      h.prepare();
    }
    List<GeneratorLosses> generator = new ArrayList<>();
    for (int step = 0; step < procedure.variant().generatorSteps(); step++) {
      generator.add(stepGenerator(draws, step));
    }
    discriminatorAndQ.commit();
    if (pairs != null) {
      h.commit();
    }
    return new StepLosses(contrastLoss, trained.discriminator(), trained.codes(), generator);
  }

  private void generatePairs(ContrastivePairs pairs) {
    generatedFirst.forward(input(pairs.first()), true);
    generatedSecond.forward(input(pairs.second()), true);
  }

  private GeneratorLosses stepGenerator(InfoGanDraws draws, int step) {
    float[] latents = draws.fresh() == null ? draws.latents() : draws.fresh().get(step);
    if (step > 0) {
      g.prepare();
      if (draws.pairs() != null) {
        generatePairs(draws.pairs());
      }
    }
    if (step > 0 || draws.fresh() != null) {
      generated.forward(input(latents), true);
    }
    generated.updateMovingStatistics();
    DiscriminatorAndQ.GeneratorFeedback feedback =
        discriminatorAndQ.gradientForGenerator(iteration(), generated.head(IMAGE), latents);
    g.clearGradients();
    generated.backward(Map.of(IMAGE, feedback.toImages()), false, true);
    double contrastive = 0;
    if (draws.pairs() != null) {
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrastive = backContrast(draws.pairs());
    }
    g.update();
    return new GeneratorLosses(feedback.adversarial(), feedback.codes().value(), contrastive);
  }

  private double backContrast(ContrastivePairs pairs) {
    PairContrast.Gradients found =
        contrast.gradients(
            generatedFirst.head(IMAGE),
            generatedSecond.head(IMAGE),
            pairs.index(),
            procedure.contrast().alphaAt(iteration()));
    generatedFirst.backward(Map.of(IMAGE, found.first()), false, true);
    generatedSecond.backward(Map.of(IMAGE, found.second()), false, true);
    return found.loss();
  }

  private INDArray input(float[] latents) {
    return array(
        procedure.latent().input(latents), procedure.batchSize(), procedure.latent().inputSize());
  }

  private INDArray realImages(float[] pixels) {
    INDArray images = images(pixels);
    return procedure.networks().signedPixels() ? images.muli(2).subi(1) : images;
  }

  /**
   * The random draws of one iteration of {@link InfoGanProcedure}.
   *
   * @param latents D's, and G's too unless it has its own
   * @param pairs null while the regulariser is off
   * @param fresh latent vectors of each step of G; null if it takes D's
   * @param shares of real images in the mixtures of the gradient penalty; null without one
   * @param shuffle of the codes for the discriminator of their total correlation, where there is
   *     one
   */
  record InfoGanDraws(
      float[] latents,
      ContrastivePairs pairs,
      List<float[]> fresh,
      float[] shares,
      CodeShuffle shuffle) {

    /** Keeps the shuffling of codes apart from the iteration's other draws. */
    private static final long SHUFFLE_STREAM = 0x7C0DE;

    static InfoGanDraws of(InfoGanProcedure procedure, long iteration, long seed) {
      RandomGenerator random = new SplittableRandom(seed);
      int rows = procedure.batchSize();
      ContrastSchedule contrast = procedure.contrast();
      InfoGanVariant variant = procedure.variant();
      CodeSampling sampling = variant.terms().sampling(iteration);
      float[] latents = sampling.draw(procedure.latent(), rows, random).latents();
      ContrastivePairs pairs =
          contrast.isOn(iteration)
              ? ContrastivePairs.sample(
                  procedure.latent(), contrast.pairs(), rows, contrast.gapAt(iteration), random)
              : null;
      List<float[]> fresh = null;
      if (variant.freshDraws()) {
        fresh = new ArrayList<>();
        for (int step = 0; step < variant.generatorSteps(); step++) {
          fresh.add(sampling.draw(procedure.latent(), rows, random).latents());
        }
      }
      return new InfoGanDraws(
          latents,
          pairs,
          fresh,
          variant.gradientPenalty() == 0 ? null : shares(rows / variant.packSize(), random),
          new CodeShuffle(new SplittableRandom(seed ^ SHUFFLE_STREAM)));
    }

    private static float[] shares(int count, RandomGenerator random) {
      float[] shares = new float[count];
      for (int i = 0; i < count; i++) {
        shares[i] = random.nextFloat();
      }
      return shares;
    }
  }
}
