package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.VaeNetworks.LOGITS;
import static org.disentangle.net.architecture.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.architecture.VaeNetworks.MEAN;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.VaeLosses.Divergence;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One logical worker's networks, and the step of {@link VaeProcedure}. */
final class VaeSession implements WorkerSession {

  /**
   * The parts of the loss before weighting.
   *
   * @param totalCorrelation 0 where it is not estimated
   * @param perCode divergence of each code
   */
  record VaeLoss(
      double reconstruction, double divergence, double totalCorrelation, double[] perCode) {}

  private final VaeProcedure procedure;
  private final DataType type;
  private final LiveNetworks networks;
  private final Map<String, Pass> passes = new TreeMap<>();
  private final TcDiscriminator tcDiscriminator;
  private long iteration;

  VaeSession(VaeProcedure procedure, DataType type) {
    this.procedure = procedure;
    this.type = type;
    networks = LiveNetworks.of(procedure.networks().architectures(), procedure::adam, type);
    procedure
        .networks()
        .architectures()
        .keySet()
        .forEach(name -> passes.put(name, networks.get(name).newPass()));
    tcDiscriminator =
        procedure.isFactorVae()
            ? new TcDiscriminator(networks.get(VaeProcedure.TC_DISCRIMINATOR))
            : null;
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

  /** Null but for FactorVAE. */
  TcDiscriminator tcDiscriminator() {
    return tcDiscriminator;
  }

  /** Iterations completed. */
  long iteration() {
    return iteration;
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    return step(pixels, seed, () -> {});
  }

  /**
   * One iteration.
   *
   * @param more adds to the gradients of encoder and decoder before they are used
   */
  double[] step(float[] pixels, long seed, Runnable more) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = procedure.batchSize() * codes();
    try (Engine.Scope batch = Engine.batchScope(type)) {
      VaeLoss loss = accumulate(pixels, Gaussians.draw(size, 1, random));
      more.run();
      update(VaeProcedure.E);
      update(VaeProcedure.DEC);
      double discriminatorLoss = 0;
      if (procedure.isFactorVae()) {
        discriminatorLoss =
            tcDiscriminator.train(
                codes(pixels, Gaussians.draw(size, 1, random)), new CodeShuffle(random));
      }
      iteration++;
      double[] losses = new double[4 + codes()];
      losses[0] = loss.reconstruction();
      losses[1] = loss.divergence();
      losses[2] = loss.totalCorrelation();
      losses[3] = discriminatorLoss;
      System.arraycopy(loss.perCode(), 0, losses, 4, codes());
      return losses;
    }
  }

  private void update(String name) {
    networks.get(name).update();
    networks.get(name).prepare();
  }

  private int codes() {
    return procedure.networks().decoder().input().channels();
  }

  /**
   * Leaves the gradients of the whole loss in encoder and decoder.
   *
   * @param noise a standard Gaussian a code and image
   */
  VaeLoss accumulate(float[] pixels, float[] noise) {
    Pass encoded = passes.get(VaeProcedure.E);
    Pass decoded = passes.get(VaeProcedure.DEC);
    INDArray deviation = encode(pixels, noise);
    INDArray z = encoded.head(MEAN).add(deviation);
    decoded.forward(z, true);
    Loss reconstruction = VaeLosses.reconstruction(decoded.head(LOGITS), pixels);
    networks.get(VaeProcedure.DEC).clearGradients();
    INDArray toCodes =
        decoded.backward(Map.of(LOGITS, reconstruction.gradient()), true, true).dup();
    Regularised regularised = regularise(z, toCodes);
    networks.get(VaeProcedure.E).clearGradients();
    encoded.backward(
        Map.of(
            MEAN,
            regularised.toMean().add(toCodes),
            LOG_VARIANCE,
            regularised.toLogVariance().add(toCodes.mul(deviation).mul(0.5))),
        false,
        true);
    return new VaeLoss(
        reconstruction.value(),
        regularised.divergence(),
        regularised.totalCorrelation(),
        regularised.perCode());
  }

  private record Regularised(
      double divergence,
      double totalCorrelation,
      double[] perCode,
      INDArray toMean,
      INDArray toLogVariance) {}

  /**
   * Everything but the reconstruction.
   *
   * @param toCodes the gradient by the codes, to be added to
   */
  private Regularised regularise(INDArray z, INDArray toCodes) {
    INDArray mean = passes.get(VaeProcedure.E).head(MEAN);
    INDArray logVariance = passes.get(VaeProcedure.E).head(LOG_VARIANCE);
    double annealing = procedure.annealing(iteration);
    Divergence divergence = VaeLosses.divergence(mean, logVariance);
    if (procedure.objective() instanceof VaeObjective.Decomposed objective) {
      DivergenceParts parts = DivergenceParts.of(z, mean, logVariance, objective);
      toCodes.addi(parts.toCodes().muli(annealing));
      return new Regularised(
          parts.value(),
          parts.totalCorrelation(),
          divergence.perCode(),
          parts.toMean().muli(annealing),
          parts.toLogVariance().muli(annealing));
    }
    double correlation = procedure.isFactorVae() ? addCorrelation(z, toCodes, annealing) : 0;
    double weight = annealing * divergenceWeight(divergence.value());
    return new Regularised(
        divergence.value(),
        correlation,
        divergence.perCode(),
        divergence.toMean().muli(weight),
        divergence.toLogVariance().muli(weight));
  }

  /** noise * exp(logVariance / 2): what is added to the mean. */
  private INDArray encode(float[] pixels, float[] noise) {
    var shape = procedure.networks().imageShape();
    Pass encoded = passes.get(VaeProcedure.E);
    encoded.forward(
        array(pixels, procedure.batchSize(), shape.channels(), shape.height(), shape.width()),
        true);
    return Transforms.exp(encoded.head(LOG_VARIANCE).mul(0.5), false)
        .muli(array(noise, procedure.batchSize(), codes()));
  }

  private double addCorrelation(INDArray z, INDArray toCodes, double annealing) {
    double gamma = ((VaeObjective.PenalisedTotalCorrelation) procedure.objective()).gamma();
    Loss correlation = tcDiscriminator.penalty(z, annealing * gamma);
    toCodes.addi(correlation.gradient());
    return correlation.value();
  }

  /** Derivative of the objective by the divergence. */
  private double divergenceWeight(double divergence) {
    if (procedure.objective() instanceof VaeObjective.Beta objective) {
      return objective.beta();
    }
    return procedure.objective() instanceof VaeObjective.Capacity objective
        ? objective.gamma() * Math.signum(divergence - objective.at(iteration))
        : 1;
  }

  /** Codes drawn for images, [image][code]. */
  INDArray codes(float[] pixels, float[] noise) {
    INDArray deviation = encode(pixels, noise);
    return passes.get(VaeProcedure.E).head(MEAN).add(deviation);
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
