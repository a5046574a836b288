package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.InfoGanCrNetworks.CODES;
import static org.disentangle.net.architecture.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.architecture.InfoGanCrNetworks.INDEX;
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
import org.nd4j.linalg.indexing.NDArrayIndex;

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
  private final Pass contrasted;
  private long iteration;

  InfoGanCrSession(InfoGanCr procedure, DataType type) {
    this.procedure = procedure;
    this.type = type;
    g = new Network(procedure.networks().generator(), procedure.generatorAdam(), type, 0);
    d = new Network(procedure.networks().discriminator(), procedure.discriminatorAdam(), type, 0);
    h = new Network(procedure.networks().contrast(), procedure.contrastAdam(), type, 0);
    generated = g.newPass();
    generatedFirst = g.newPass();
    generatedSecond = g.newPass();
    judgedReal = d.newPass();
    judgedFake = d.newPass();
    contrasted = h.newPass();
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
    double contrast = 0;
    g.prepare();
    if (pairs != null) {
      zA = array(pairs.first(), rows, procedure.latent().size());
      zB = array(pairs.second(), rows, procedure.latent().size());
      generatedFirst.forward(zA, true);
      generatedSecond.forward(zB, true);
      generatedFirst.updateMovingStatistics();
      generatedSecond.updateMovingStatistics();
      contrast = stepContrast(pairs);
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
    return new StepLosses(contrast, discriminator[0], discriminator[1], first, second);
  }

  private double stepContrast(ContrastivePairs pairs) {
    h.prepare();
    contrasted.forward(stackedPair(), true);
    contrasted.updateMovingStatistics();
    Loss loss = Losses.sharedIndex(contrasted.head(INDEX), pairs.index());
    h.clearGradients();
    contrasted.backward(Map.of(INDEX, loss.gradient()), false, true);
    h.update();
    return loss.value();
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
    judgedFake.backward(
        Map.of(REAL, fake.gradient(), CODES, codes.gradient().muli(procedure.lambda())),
        false,
        true);
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
            Map.of(REAL, adversarial.gradient(), CODES, codes.gradient().muli(procedure.lambda())),
            true,
            false);
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
    contrasted.forward(stackedPair(), true);
    contrasted.updateMovingStatistics();
    Loss loss = Losses.sharedIndex(contrasted.head(INDEX), pairs.index());
    INDArray gradient =
        contrasted.backward(Map.of(INDEX, loss.gradient().muli(procedure.alpha())), true, false);
    long channels = gradient.size(1) / 2;
    generatedFirst.backward(Map.of(IMAGE, channels(gradient, 0, channels)), false, true);
    generatedSecond.backward(
        Map.of(IMAGE, channels(gradient, channels, 2 * channels)), false, true);
    return loss.value();
  }

  private INDArray stackedPair() {
    return Nd4j.concat(1, generatedFirst.head(IMAGE), generatedSecond.head(IMAGE));
  }

  private static INDArray channels(INDArray array, long from, long to) {
    return array
        .get(
            NDArrayIndex.all(),
            NDArrayIndex.interval(from, to),
            NDArrayIndex.all(),
            NDArrayIndex.all())
        .dup('c');
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
