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

/** One logical worker's networks, and the alternating step of {@link InfoGanCr}. */
final class InfoGanCrSession implements WorkerSession {

  /**
   * The draws of one iteration.
   *
   * @param latents D's, and G's too unless it has its own
   * @param pairs null while the regulariser is off
   * @param fresh latent vectors of each step of G; null if it takes D's
   * @param shares of real images in the mixtures of the gradient penalty; null without one
   */
  record Draws(float[] latents, ContrastivePairs pairs, List<float[]> fresh, float[] shares) {}

  /**
   * The losses of one iteration in the order they are computed; the contrastive ones are 0 while
   * alpha is off.
   */
  record StepLosses(
      double contrast,
      double discriminator,
      CodeLosses.Found codes,
      List<GeneratorLosses> generator) {}

  /** The parts of G's loss, before weighting. */
  record GeneratorLosses(double adversarial, double codes, double contrastive) {}

  private final InfoGanCr procedure;
  private final DataType type;
  private final LiveNetworks networks = new LiveNetworks();
  private final Network g;
  private final Network h;
  private final InfoGanJudge judge;
  private final Pass generated;
  private final Pass generatedFirst;
  private final Pass generatedSecond;
  private final PairContrast contrast;
  private final CodeCorrelation correlation;
  private long iteration;

  InfoGanCrSession(InfoGanCr procedure, DataType type) {
    this(procedure, type, null);
  }

  /**
   * @param correlation null for InfoGAN-CR as it is
   */
  InfoGanCrSession(InfoGanCr procedure, DataType type, CodeCorrelation correlation) {
    this.procedure = procedure;
    this.type = type;
    this.correlation = correlation;
    judge = new InfoGanJudge(procedure, type, correlation);
    g = new Network(procedure.networks().generator(), procedure.generatorAdam(), type, 0);
    h =
        procedure.networks().contrast() == null
            ? null
            : new Network(procedure.networks().contrast(), procedure.contrastAdam(), type, 0);
    networks.add(InfoGanCr.G, g);
    networks.add(InfoGanCr.D, judge.d());
    if (h != null) {
      networks.add(InfoGanCr.H, h);
    }
    if (judge.packed() != null) {
      networks.add(InfoGanCr.PACKED, judge.packed());
    }
    generated = g.newPass();
    generatedFirst = g.newPass();
    generatedSecond = g.newPass();
    contrast = h == null ? null : new PairContrast(h);
  }

  CodeCorrelation correlation() {
    return correlation;
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
    Draws draws = draw(new SplittableRandom(seed));
    CodeLosses entropies = procedure.codeLosses(iteration);
    try (Engine.Scope batch = Engine.batchScope(type)) {
      StepLosses losses = step(pixels, draws);
      if (correlation != null) {
        correlation.train(judge.codes(), seed);
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

  private Draws draw(SplittableRandom random) {
    int rows = procedure.batchSize();
    InfoGanVariant variant = procedure.variant();
    float[] latents = procedure.latent().sample(rows, random);
    ContrastivePairs pairs =
        procedure.contrastive(iteration)
            ? ContrastivePairs.sample(
                procedure.latent(), variant.pairs(), rows, procedure.gapAt(iteration), random)
            : null;
    List<float[]> fresh = null;
    if (variant.freshDraws()) {
      fresh = new ArrayList<>();
      for (int step = 0; step < variant.generatorSteps(); step++) {
        fresh.add(procedure.latent().sample(rows, random));
      }
    }
    return new Draws(latents, pairs, fresh, variant.gradientPenalty() == 0 ? null : shares(random));
  }

  private float[] shares(SplittableRandom random) {
    float[] shares = new float[procedure.batchSize() / procedure.variant().packSize()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.nextFloat();
    }
    return shares;
  }

  /**
   * One iteration on given draws. While G does not change, its images are made once: the
   * contrastive pair serves H and the first G step, z serves D and the first G step; the moving
   * statistics are still updated for every use.
   */
  StepLosses step(float[] pixels, Draws draws) {
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
    InfoGanJudge.Trained trained =
        judge.train(iteration, images(pixels), generated.head(IMAGE), draws.latents(), shares);
    judge.prepare();
    if (h != null) {
      h.prepare();
    }
    List<GeneratorLosses> generator = new ArrayList<>();
    for (int step = 0; step < procedure.variant().generatorSteps(); step++) {
      generator.add(stepGenerator(draws, step));
    }
    judge.commit();
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

  private GeneratorLosses stepGenerator(Draws draws, int step) {
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
    InfoGanJudge.Told told = judge.tell(iteration, generated.head(IMAGE), latents);
    g.clearGradients();
    generated.backward(Map.of(IMAGE, told.toImages()), false, true);
    double contrastive = 0;
    if (draws.pairs() != null) {
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrastive = backContrast(draws.pairs());
    }
    g.update();
    return new GeneratorLosses(told.adversarial(), told.codes().value(), contrastive);
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
