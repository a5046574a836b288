// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.disentangle.net.vae.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.vae.VaeNetworks.MEAN;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.TcDiscriminator;
import org.disentangle.net.procedure.VaeLosses;
import org.disentangle.net.procedure.VaeLosses.Divergence;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One logical worker's networks, and the step of {@link VaeProcedure}. */
final class VaeSession extends NetworkSession<VaeProcedure, VaeDraws> {

  /**
   * The parts of the loss before weighting.
   *
   * @param totalCorrelation 0 where it is not estimated
   * @param offDiagonal of {@link CovariancePenalty}; 0 without one
   * @param diagonal likewise
   * @param perCode divergence of each code
   */
  record VaeLoss(
      double reconstruction,
      double divergence,
      double totalCorrelation,
      double offDiagonal,
      double diagonal,
      double[] perCode) {}

  private final Runnable regulariser;
  private final Pass encoded;
  private final Pass decoded;
  private final TcDiscriminator tcDiscriminator;
  private final List<String> codeDivergences;

  VaeSession(VaeProcedure procedure, DataType type) {
    this(procedure, type, () -> {});
  }

  /**
   * @param regulariser adds to the gradients of encoder and decoder before they are used
   */
  VaeSession(VaeProcedure procedure, DataType type, Runnable regulariser) {
    super(procedure, type);
    this.regulariser = regulariser;
    encoded = network(VaeProcedure.E).newPass();
    decoded = network(VaeProcedure.DEC).newPass();
    tcDiscriminator =
        procedure.isFactorVae() ? new TcDiscriminator(network(TcDiscriminator.NAME)) : null;
    codeDivergences = procedure.codeDivergences();
  }

  /** Null but for FactorVAE. */
  TcDiscriminator tcDiscriminator() {
    return tcDiscriminator;
  }

  @Override
  protected VaeDraws draw(long seed) {
    return VaeDraws.of(procedure, new SplittableRandom(seed));
  }

  @Override
  protected void iterate(float[] pixels, VaeDraws draws) {
    VaeLoss loss = accumulate(pixels, draws.noise());
    regulariser.run();
    update(VaeProcedure.E);
    update(VaeProcedure.DEC);
    double discriminator =
        procedure.isFactorVae()
            ? tcDiscriminator.train(codes(pixels, draws.discriminatorNoise()), draws.shuffle())
            : 0;
    losses
        .put(VaeProcedure.RECONSTRUCTION, loss.reconstruction())
        .put(VaeProcedure.DIVERGENCE, loss.divergence())
        .put(TcDiscriminator.CORRELATION, loss.totalCorrelation())
        .put(TcDiscriminator.LOSS, discriminator);
    if (procedure.isDipVae()) {
      losses
          .put(VaeProcedure.OFF_DIAGONAL, loss.offDiagonal())
          .put(VaeProcedure.DIAGONAL, loss.diagonal());
    }
    for (int code = 0; code < loss.perCode().length; code++) {
      losses.put(codeDivergences.get(code), loss.perCode()[code]);
    }
  }

  private void update(String name) {
    network(name).update();
    network(name).prepare();
  }

  /**
   * Leaves the gradients of the whole loss in encoder and decoder.
   *
   * @param noise a standard Gaussian a code and image
   */
  VaeLoss accumulate(float[] pixels, float[] noise) {
    INDArray deviation = encode(pixels, noise);
    INDArray z = encoded.head(MEAN).add(deviation);
    decoded.forward(z, true);
    Loss reconstruction = VaeLosses.reconstruction(decoded.head(LOGITS), pixels);
    network(VaeProcedure.DEC).clearGradients();
    INDArray toCodes =
        decoded.backward(Map.of(LOGITS, reconstruction.gradient()), true, true).dup();
    Regularised regularised = regularise(z, toCodes);
    network(VaeProcedure.E).clearGradients();
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
        regularised.offDiagonal(),
        regularised.diagonal(),
        regularised.perCode());
  }

  private record Regularised(
      double divergence,
      double totalCorrelation,
      double offDiagonal,
      double diagonal,
      double[] perCode,
      INDArray toMean,
      INDArray toLogVariance) {}

  /**
   * Everything but the reconstruction.
   *
   * @param toCodes the gradient by the codes, to be added to
   */
  private Regularised regularise(INDArray z, INDArray toCodes) {
    INDArray mean = encoded.head(MEAN);
    INDArray logVariance = encoded.head(LOG_VARIANCE);
    double annealing = procedure.annealing(iteration());
    Divergence divergence = VaeLosses.divergence(mean, logVariance);
    if (procedure.objective() instanceof VaeObjective.Decomposed objective) {
      DivergenceParts parts = DivergenceParts.of(z, mean, logVariance, objective);
      toCodes.addi(parts.toCodes().muli(annealing));
      return new Regularised(
          parts.value(),
          parts.totalCorrelation(),
          0,
          0,
          divergence.perCode(),
          parts.toMean().muli(annealing),
          parts.toLogVariance().muli(annealing));
    }
    double correlation = procedure.isFactorVae() ? addCorrelation(z, toCodes, annealing) : 0;
    double weight = annealing * divergenceWeight(divergence.value());
    INDArray toMean = divergence.toMean().muli(weight);
    INDArray toLogVariance = divergence.toLogVariance().muli(weight);
    if (procedure.objective() instanceof VaeObjective.InferredPrior objective) {
      CovariancePenalty penalty = CovariancePenalty.of(mean, logVariance, objective);
      return new Regularised(
          divergence.value(),
          correlation,
          penalty.offDiagonal(),
          penalty.diagonal(),
          divergence.perCode(),
          toMean.addi(penalty.toMean().muli(annealing)),
          toLogVariance.addi(penalty.toLogVariance().muli(annealing)));
    }
    return new Regularised(
        divergence.value(), correlation, 0, 0, divergence.perCode(), toMean, toLogVariance);
  }

  /** noise * exp(logVariance / 2): what is added to the mean. */
  private INDArray encode(float[] pixels, float[] noise) {
    encoded.forward(images(pixels), true);
    return Transforms.exp(encoded.head(LOG_VARIANCE).mul(0.5), false).muli(vectors(noise));
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
        ? objective.gamma() * Math.signum(divergence - objective.at(iteration()))
        : 1;
  }

  /** Codes drawn for images, [image][code]. */
  INDArray codes(float[] pixels, float[] noise) {
    INDArray deviation = encode(pixels, noise);
    return encoded.head(MEAN).add(deviation);
  }
}
