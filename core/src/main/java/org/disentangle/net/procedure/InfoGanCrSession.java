package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.InfoGanCrNetworks.CODES;
import static org.disentangle.net.architecture.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.architecture.InfoGanCrNetworks.REAL;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One logical worker's networks, and the alternating step of {@link InfoGanCr}. */
final class InfoGanCrSession implements WorkerSession {

  /**
   * The losses of one iteration in the order they are computed; contrastive ones are 0 while alpha
   * is off.
   */
  record StepLosses(
      double contrast,
      double discriminator,
      double codes,
      GeneratorLosses first,
      GeneratorLosses second) {}

  /** The parts of G's loss, before weighting. */
  record GeneratorLosses(double adversarial, double codes, double contrastive) {}

  private final InfoGanCr procedure;
  private final DataType type;
  private final Network g;
  private final Network d;
  private final Network h;
  private final Pass generated;
  private final Pass generatedFirst;
  private final Pass generatedSecond;
  private final Pass judgedReal;
  private final Pass judgedFake;
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
    g = new Network(procedure.networks().generator(), procedure.generatorAdam(), type, 0);
    d = new Network(procedure.networks().discriminator(), procedure.discriminatorAdam(), type, 0);
    h = new Network(procedure.networks().contrast(), procedure.contrastAdam(), type, 0);
    generated = g.newPass();
    generatedFirst = g.newPass();
    generatedSecond = g.newPass();
    judgedReal = d.newPass();
    judgedFake = d.newPass();
    contrast = new PairContrast(h);
  }

  CodeCorrelation correlation() {
    return correlation;
  }

  Network network(String name) {
    return Map.of(InfoGanCr.G, g, InfoGanCr.D, d, InfoGanCr.H, h).get(name);
  }

  @Override
  public void load(TrainingState state) {
    Engine.useOneThread();
    g.load(state.network(InfoGanCr.G));
    d.load(state.network(InfoGanCr.D));
    h.load(state.network(InfoGanCr.H));
    iteration = state.iteration();
  }

  @Override
  public TrainingState save() {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    states.put(InfoGanCr.G, g.save());
    states.put(InfoGanCr.D, d.save());
    states.put(InfoGanCr.H, h.save());
    return new TrainingState(iteration, states);
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = procedure.batchSize();
    float[] latents = procedure.latent().sample(rows, random);
    ContrastivePairs pairs =
        procedure.contrastive(iteration)
            ? ContrastivePairs.sample(procedure.latent(), rows, procedure.gapAt(iteration), random)
            : null;
    try (Engine.Scope batch = Engine.batchScope(type)) {
      StepLosses losses = step(pixels, latents, pairs);
      if (correlation != null) {
        correlation.train(judgedFake.head(CODES), seed);
      }
      return new double[] {
        losses.discriminator(),
        losses.codes(),
        losses.second().adversarial(),
        losses.second().contrastive(),
        losses.contrast()
      };
    }
  }

  /**
   * One iteration on given draws. While G does not change, its images are made once: the
   * contrastive pair serves H and the first G step, z serves D and the first G step; the moving
   * statistics are still updated for every use.
   *
   * @param pairs null while the regulariser is off
   */
  StepLosses step(float[] pixels, float[] latents, ContrastivePairs pairs) {
    int rows = procedure.batchSize();
    INDArray z = array(latents, rows, procedure.latent().size());
    INDArray zA = null;
    INDArray zB = null;
    double contrastLoss = 0;
    g.prepare();
    if (pairs != null) {
      zA = array(pairs.first(), rows, procedure.latent().size());
      zB = array(pairs.second(), rows, procedure.latent().size());
      generatedFirst.forward(zA, true);
      generatedSecond.forward(zB, true);
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrastLoss =
          contrast.train(generatedFirst.head(IMAGE), generatedSecond.head(IMAGE), pairs.index());
    }
    generated.forward(z, true);
    generated.updateMovingStatistics();
    double[] discriminator = stepDiscriminator(images(pixels), latents);
    d.prepare();
    h.prepare();
    GeneratorLosses first = stepGenerator(latents, pairs);
    g.prepare();
    generated.forward(z, true);
    if (pairs != null) {
      generatedFirst.forward(zA, true);
      generatedSecond.forward(zB, true);
    }
    GeneratorLosses second = stepGenerator(latents, pairs);
    d.commit();
    if (pairs != null) {
      h.commit();
    }
    iteration++;
    return new StepLosses(contrastLoss, discriminator[0], discriminator[1], first, second);
  }

  /** The adversarial loss and the code loss before weighting. */
  private double[] stepDiscriminator(INDArray images, float[] latents) {
    d.prepare();
    judgedReal.forward(images, true);
    judgedFake.forward(generated.head(IMAGE), true);
    Loss real = Losses.real(judgedReal.head(REAL));
    Loss fake = Losses.fake(judgedFake.head(REAL));
    Loss codes = Losses.codes(judgedFake.head(CODES), latents);
    d.clearGradients();
    judgedReal.backward(Map.of(REAL, real.gradient()), false, true);
    judgedFake.backward(Map.of(REAL, fake.gradient(), CODES, toCodes(codes)), false, true);
    d.update();
    return new double[] {real.value() + fake.value(), codes.value()};
  }

  /** One G step on images already made by the current G. */
  private GeneratorLosses stepGenerator(float[] latents, ContrastivePairs pairs) {
    generated.updateMovingStatistics();
    judgedFake.forward(generated.head(IMAGE), true);
    Loss adversarial = Losses.real(judgedFake.head(REAL));
    Loss codes = Losses.codes(judgedFake.head(CODES), latents);
    INDArray imageGradient =
        judgedFake.backward(
            Map.of(REAL, adversarial.gradient(), CODES, toCodes(codes)), true, false);
    g.clearGradients();
    generated.backward(Map.of(IMAGE, imageGradient), false, true);
    double contrastive = 0;
    if (pairs != null) {
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrastive = backContrast(pairs);
    }
    g.update();
    return new GeneratorLosses(adversarial.value(), codes.value(), contrastive);
  }

  private double backContrast(ContrastivePairs pairs) {
    PairContrast.Gradients found =
        contrast.gradients(
            generatedFirst.head(IMAGE),
            generatedSecond.head(IMAGE),
            pairs.index(),
            procedure.alpha());
    generatedFirst.backward(Map.of(IMAGE, found.first()), false, true);
    generatedSecond.backward(Map.of(IMAGE, found.second()), false, true);
    return found.loss();
  }

  /** Gradient of the code loss, weighted, with that of the correlation if it counts. */
  private INDArray toCodes(Loss codes) {
    INDArray gradient = codes.gradient().muli(procedure.lambda());
    if (correlation != null) {
      correlation.addTo(gradient, judgedFake.head(CODES));
    }
    return gradient;
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
  public void close() {
    g.close();
    d.close();
    h.close();
  }
}
