// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.oogan.OoganNetworks.FEATURES;
import static org.disentangle.net.oogan.OoganNetworks.IMAGE;
import static org.disentangle.net.oogan.OoganNetworks.LOG_VARIANCE;
import static org.disentangle.net.oogan.OoganNetworks.MEAN;
import static org.disentangle.net.oogan.OoganNetworks.REAL;
import static org.disentangle.net.procedure.AdversarialLoss.HINGE;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.CodeSampling;
import org.disentangle.net.procedure.Gaussians;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.Orthogonality;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One logical worker's networks, and the three steps of {@link OoganProcedure}. */
final class OoganSession extends NetworkSession<OoganProcedure, OoganSession.OoganDraws> {

  /**
   * Losses of the third step, before weighting.
   *
   * @param absolute mean absolute difference of continuous codes and Q's means
   * @param correlation total correlation of Q's codes; 0 where Q has no variances
   */
  record InformationLosses(
      double codes, double oneHot, double orthogonal, double absolute, double correlation) {}

  private final Network g;
  private final Network d;
  private final Network q;
  private final Pass generated;
  private final Pass judgedReal;
  private final Pass judgedFake;
  private final Pass shared;
  private final Pass coded;
  private final Orthogonality orthogonality;

  OoganSession(OoganProcedure procedure, DataType type) {
    super(procedure, type);
    g = network(OoganProcedure.G);
    d = network(OoganProcedure.D);
    q = network(OoganProcedure.Q);
    generated = g.newPass();
    judgedReal = d.newPass();
    judgedFake = d.newPass();
    shared = d.newPass();
    coded = q.newPass();
    orthogonality = new Orthogonality(procedure.networks().orthogonal());
  }

  @Override
  protected OoganDraws draw(long seed) {
    return OoganDraws.of(procedure, iteration(), new SplittableRandom(seed));
  }

  @Override
  protected void iterate(float[] pixels, OoganDraws draws) {
    generate(draws.adversarial());
    double discriminator = accumulateDiscriminator(pixels, draws.noise());
    d.update();
    judgedReal.updateMovingStatistics();
    judgedFake.updateMovingStatistics();
    double generator = accumulateGenerator(draws.noise());
    g.update();
    generate(draws.information());
    InformationLosses information = accumulateInformation(draws.information());
    CodeSampling sampling = procedure.sampling(iteration());
    g.update();
    q.update();
    g.commit();
    d.commit();
    q.commit();
    losses
        .put(OoganProcedure.D, discriminator)
        .put(OoganProcedure.Q, information.codes())
        .put(OoganProcedure.ONE_HOT, information.oneHot())
        .put(OoganProcedure.G, generator)
        .put(OoganProcedure.ORTHOGONAL, information.orthogonal())
        .put(
            OoganProcedure.L1_UNIFORM,
            sampling == CodeSampling.UNIFORM ? information.absolute() : 0)
        .put(
            OoganProcedure.L1_ONE_HOT,
            sampling == CodeSampling.ONE_HOT ? information.absolute() : 0)
        .put(OoganProcedure.CORRELATION, information.correlation());
  }

  /** Images of these latent vectors by the current G. */
  void generate(CodeSampling.Draw draw) {
    g.prepare();
    generated.forward(
        array(
            procedure.latent().input(draw.latents()),
            procedure.batchSize(),
            procedure.latent().inputSize()),
        true);
    generated.updateMovingStatistics();
  }

  /** Leaves the gradients of D's loss on real images and those generated last in D. */
  double accumulateDiscriminator(float[] pixels, float[] noise) {
    d.prepare();
    judgedReal.forward(noisy(images(pixels), noise, 0), true);
    judgedFake.forward(noisy(generated.head(IMAGE), noise, 1), true);
    Loss real = HINGE.real(judgedReal.head(REAL));
    Loss fake = HINGE.fake(judgedFake.head(REAL));
    d.clearGradients();
    judgedReal.backward(Map.of(REAL, real.gradient()), false, true);
    judgedFake.backward(Map.of(REAL, fake.gradient()), false, true);
    return real.value() + fake.value();
  }

  /** Leaves the gradients of G's adversarial loss on the images generated last in G. */
  double accumulateGenerator(float[] noise) {
    d.prepare();
    judgedFake.forward(noisy(generated.head(IMAGE), noise, 2), true);
    Loss loss = HINGE.generated(judgedFake.head(REAL));
    INDArray toImages = judgedFake.backward(Map.of(REAL, loss.gradient()), true, false);
    g.clearGradients();
    generated.backward(Map.of(IMAGE, toImages), false, true);
    return loss.value();
  }

  /**
   * Leaves the gradients of the third step's loss on the images generated last in G and Q. With
   * lambda 0 Q learns the codes all the same, and G hears nothing of it.
   *
   * @param draw that the images were made from
   */
  InformationLosses accumulateInformation(CodeSampling.Draw draw) {
    q.prepare();
    shared.forward(generated.head(IMAGE), true);
    coded.forward(shared.head(FEATURES), true);
    coded.updateMovingStatistics();
    INDArray mean = coded.head(MEAN);
    boolean probabilistic = procedure.networks().probabilistic();
    INDArray logVariance = probabilistic ? coded.head(LOG_VARIANCE) : null;
    CodeTerms codes =
        CodeTerms.of(mean, logVariance, draw.latents(), procedure.latent(), procedure.distance());
    double correlation =
        probabilistic
            ? BatchCorrelation.of(
                mean,
                logVariance,
                procedure.latent().categoryWidth(),
                new SplittableRandom(iteration()))
            : 0;
    q.clearGradients();
    if (procedure.lambda() == 0) {
      coded.backward(outputs(codes.toMean(), codes.toLogVariance()), false, true);
    }
    INDArray toMean = codes.toMean().muli(procedure.lambda());
    double crossEntropy = 0;
    if (draw.index() != null) {
      double weight = procedure.gamma() * procedure.sampling(iteration()).weight();
      Loss oneHot =
          Losses.index(
              mean,
              procedure.latent().categoryWidth(),
              procedure.latent().numContinuous(),
              draw.index());
      toMean.addi(oneHot.gradient().muli(weight));
      crossEntropy = oneHot.value();
    }
    INDArray toLogVariance = probabilistic ? codes.toLogVariance().muli(procedure.lambda()) : null;
    INDArray toFeatures = coded.backward(outputs(toMean, toLogVariance), true, true);
    double cosines =
        procedure.regularised() ? orthogonality.accumulate(q, procedure.orthogonalWeight()) : 0;
    INDArray toImages = shared.backward(Map.of(FEATURES, toFeatures), true, false);
    g.clearGradients();
    generated.backward(Map.of(IMAGE, toImages), false, true);
    return new InformationLosses(
        codes.value(), crossEntropy, cosines, codes.absolute(), correlation);
  }

  /** Of Q, which may have no variances. */
  private Map<String, INDArray> outputs(INDArray mean, INDArray logVariance) {
    return procedure.networks().probabilistic()
        ? Map.of(MEAN, mean, LOG_VARIANCE, logVariance)
        : Map.of(MEAN, mean);
  }

  private INDArray noisy(INDArray images, float[] noise, int use) {
    if (noise == null) {
      return images;
    }
    int length = (int) images.length();
    float[] own = new float[length];
    System.arraycopy(noise, use * length, own, 0, length);
    return images(own).addi(images);
  }

  /**
   * The random draws of one iteration of {@link OoganProcedure}.
   *
   * @param adversarial latent vectors of D's step and G's
   * @param information latent vectors of the step of G and Q
   * @param noise added to images D judges, [use][image][value] flattened: real ones, generated ones
   *     in D's step, generated ones in G's; null for none
   */
  record OoganDraws(CodeSampling.Draw adversarial, CodeSampling.Draw information, float[] noise) {

    private static final int NOISY_USES = 3;

    static OoganDraws of(OoganProcedure procedure, long iteration, RandomGenerator random) {
      CodeSampling sampling = procedure.sampling(iteration);
      int rows = procedure.batchSize();
      double deviation = procedure.instanceNoise(iteration);
      return new OoganDraws(
          sampling.draw(procedure.latent(), rows, random),
          sampling.draw(procedure.latent(), rows, random),
          deviation == 0
              ? null
              : Gaussians.draw(NOISY_USES * rows * procedure.pixelsPerImage(), deviation, random));
    }
  }
}
