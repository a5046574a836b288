package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.InfoGanCrNetworks.IMAGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One logical worker's networks, and the alternating step of {@link InfoGanProcedure}. */
final class InfoGanSession implements WorkerSession {

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

  private final InfoGanProcedure procedure;
  private final DataType type;
  private final LiveNetworks networks = new LiveNetworks();
  private final Network g;
  private final Network h;
  private final DiscriminatorAndQ discriminatorAndQ;
  private final Pass generated;
  private final Pass generatedFirst;
  private final Pass generatedSecond;
  private final PairContrast contrast;
  private final TcRegulariser tcRegulariser;
  private long iteration;

  InfoGanSession(InfoGanProcedure procedure, DataType type) {
    this(procedure, type, null);
  }

  /**
   * @param tcRegulariser null for InfoGAN-CR as it is
   */
  InfoGanSession(InfoGanProcedure procedure, DataType type, TcRegulariser tcRegulariser) {
    this.procedure = procedure;
    this.type = type;
    this.tcRegulariser = tcRegulariser;
    discriminatorAndQ = new DiscriminatorAndQ(procedure, type, tcRegulariser);
    g = new Network(procedure.networks().generator(), procedure.generatorAdam(), type, 0);
    h =
        procedure.networks().contrast() == null
            ? null
            : new Network(procedure.networks().contrast(), procedure.contrastAdam(), type, 0);
    networks.add(InfoGanProcedure.G, g);
    networks.add(InfoGanProcedure.D, discriminatorAndQ.d());
    if (h != null) {
      networks.add(InfoGanProcedure.H, h);
    }
    if (discriminatorAndQ.packed() != null) {
      networks.add(InfoGanProcedure.PACKED, discriminatorAndQ.packed());
    }
    generated = g.newPass();
    generatedFirst = g.newPass();
    generatedSecond = g.newPass();
    contrast = h == null ? null : new PairContrast(h);
  }

  TcRegulariser tcRegulariser() {
    return tcRegulariser;
  }

  Network network(String name) {
    return networks.get(name);
  }

  @Override
  public void load(TrainingState state) {
    networks.load(state);
    iteration = state.iteration();
  }

  @Override
  public TrainingState save() {
    return networks.save(iteration);
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    InfoGanDraws draws = InfoGanDraws.of(procedure, iteration, new SplittableRandom(seed));
    CodeLosses entropies = procedure.codeLosses(iteration);
    try (Engine.Scope batch = Engine.batchScope(type)) {
      StepLosses losses = step(pixels, draws);
      if (tcRegulariser != null) {
        tcRegulariser.train(discriminatorAndQ.codes(), seed);
      }
      GeneratorLosses last = losses.generator().get(losses.generator().size() - 1);
      double[] all = {
        losses.discriminator(),
        losses.codes().value(),
        last.adversarial(),
        last.contrastive(),
        losses.contrast(),
        entropies.categoricalEntropy() - losses.codes().categorical(),
        entropies.continuousEntropy() - losses.codes().continuous(),
        losses.codes().logDeviation()
      };
      return Arrays.copyOf(all, procedure.lossNames().size());
    }
  }

  /**
   * One iteration on given draws. While G does not change, its images are made once: the
   * contrastive pair serves H and the first G step, z serves D and the first G step; the moving
   * statistics are still updated for every use.
   */
  StepLosses step(float[] pixels, InfoGanDraws draws) {
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
            iteration, images(pixels), generated.head(IMAGE), draws.latents(), shares);
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
    iteration++;
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
        discriminatorAndQ.gradientForGenerator(iteration, generated.head(IMAGE), latents);
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
            procedure.alphaAt(iteration));
    generatedFirst.backward(Map.of(IMAGE, found.first()), false, true);
    generatedSecond.backward(Map.of(IMAGE, found.second()), false, true);
    return found.loss();
  }

  private INDArray input(float[] latents) {
    return array(
        procedure.latent().input(latents), procedure.batchSize(), procedure.latent().inputSize());
  }

  private INDArray images(float[] pixels) {
    var shape = procedure.networks().imageShape();
    INDArray images =
        array(pixels, procedure.batchSize(), shape.channels(), shape.height(), shape.width());
    return procedure.networks().signedPixels() ? images.muli(2).subi(1) : images;
  }

  private INDArray array(float[] values, long... shape) {
    return Nd4j.createFromArray(values).reshape('c', shape).castTo(type);
  }

  @Override
  public long nativeBytes() {
    return networks.nativeBytes();
  }

  @Override
  public void close() {
    networks.close();
  }
}
