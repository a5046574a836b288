// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.disentangle.net.ibgan.IbGanNetworks.IMAGE;
import static org.disentangle.net.ibgan.IbGanNetworks.LOG_VARIANCE;
import static org.disentangle.net.ibgan.IbGanNetworks.MEAN;
import static org.disentangle.net.ibgan.IbGanNetworks.NOISE;
import static org.disentangle.net.ibgan.IbGanNetworks.REAL;
import static org.disentangle.net.procedure.AdversarialLoss.JSD;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.GaussianCodes;
import org.disentangle.net.procedure.Gaussians;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.VaeLosses;
import org.disentangle.net.procedure.VaeLosses.Divergence;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One logical worker's networks, and the step of {@link IbGanProcedure}. */
final class IbGanSession extends NetworkSession<IbGanProcedure, IbGanSession.IbGanDraws> {

  /**
   * Everything random in one iteration.
   *
   * @param noise z, [image][value] flattened
   * @param codeNoise what deviations of codes are multiplied by, [image][code] flattened
   * @param pixelNoise added to images, [use][image][value] flattened: real ones, generated ones;
   *     null for none
   */
  record IbGanDraws(float[] noise, float[] codeNoise, float[] pixelNoise) {

    private static final int NOISY_USES = 2;

    static IbGanDraws of(IbGanProcedure procedure, long iteration, SplittableRandom random) {
      int rows = procedure.batchSize();
      float[] noise = Gaussians.draw(rows * procedure.networks().noiseDim(), 1, random);
      float[] codeNoise = Gaussians.draw(rows * procedure.networks().numCodes(), 1, random);
      double deviation = procedure.instanceNoise(iteration);
      return new IbGanDraws(
          noise,
          codeNoise,
          deviation == 0
              ? null
              : Gaussians.draw(NOISY_USES * rows * procedure.pixelsPerImage(), deviation, random));
    }
  }

  private final Pass represented;
  private final Pass generated;
  private final Pass judgedReal;
  private final Pass judgedFake;
  private final Pass reconstructed;

  IbGanSession(IbGanProcedure procedure, DataType type) {
    super(procedure, type);
    represented = network(IbGanProcedure.R).newPass();
    generated = network(IbGanProcedure.G).newPass();
    judgedReal = network(IbGanProcedure.D).newPass();
    judgedFake = network(IbGanProcedure.D).newPass();
    reconstructed = network(IbGanProcedure.Q).newPass();
  }

  @Override
  protected IbGanDraws draw(long seed) {
    return IbGanDraws.of(procedure, iteration(), new SplittableRandom(seed));
  }

  @Override
  protected void iterate(float[] pixels, IbGanDraws draws) {
    accumulate(pixels, draws);
    for (Pass pass : new Pass[] {generated, judgedReal, judgedFake, reconstructed}) {
      pass.updateMovingStatistics();
    }
    for (Network network : networks()) {
      network.update();
      network.commit();
      network.prepare();
    }
  }

  /**
   * Leaves the gradients of D's loss in D, and those of the loss of G, R and Q in these.
   *
   * @return the losses of all of them
   */
  LossValues accumulate(float[] pixels, IbGanDraws draws) {
    networks().forEach(Network::clearGradients);
    represented.forward(vectors(draws.noise()), true);
    INDArray mean = represented.head(MEAN);
    INDArray logVariance = represented.head(LOG_VARIANCE);
    INDArray deviation =
        Transforms.exp(logVariance.mul(0.5), false).muli(vectors(draws.codeNoise()));
    generated.forward(mean.add(deviation), true);
    NoisyImages fake = NoisyImages.of(generated.head(IMAGE), pixelNoise(draws, 1));
    double discriminator = accumulateDiscriminator(pixels, draws, fake);

    Loss adversarial = JSD.generated(judgedFake.head(REAL));
    INDArray toImages =
        judgedFake.backward(Map.of(REAL, adversarial.gradient()), true, false).dup();
    reconstructed.forward(fake.images(), true);
    GaussianCodes noise = GaussianCodes.of(reconstructed.head(NOISE), null, draws.noise());
    toImages.addi(reconstructed.backward(Map.of(NOISE, noise.toMean()), true, true));
    INDArray toCodes = generated.backward(Map.of(IMAGE, fake.back(toImages)), true, true).dup();
    Divergence divergence = VaeLosses.divergence(mean, logVariance);
    represented.backward(
        Map.of(
            MEAN,
            divergence.toMean().muli(procedure.beta()).addi(toCodes),
            LOG_VARIANCE,
            divergence
                .toLogVariance()
                .muli(procedure.beta())
                .addi(toCodes.mul(deviation).muli(0.5))),
        false,
        true);
    double error = noise.value() - procedure.networks().noiseDim() * GaussianCodes.LEAST;
    return losses
        .put(IbGanProcedure.D, discriminator)
        .put(IbGanProcedure.Q, error)
        .put(IbGanProcedure.G, adversarial.value())
        .put(IbGanProcedure.KL, divergence.value());
  }

  private double accumulateDiscriminator(float[] pixels, IbGanDraws draws, NoisyImages fake) {
    judgedReal.forward(NoisyImages.of(images(pixels), pixelNoise(draws, 0)).images(), true);
    judgedFake.forward(fake.images(), true);
    Loss toReal = JSD.real(judgedReal.head(REAL));
    Loss toFake = JSD.fake(judgedFake.head(REAL));
    judgedReal.backward(Map.of(REAL, toReal.gradient()), false, true);
    judgedFake.backward(Map.of(REAL, toFake.gradient()), false, true);
    return toReal.value() + toFake.value();
  }

  private INDArray pixelNoise(IbGanDraws draws, int use) {
    if (draws.pixelNoise() == null) {
      return null;
    }
    int length = procedure.batchSize() * procedure.pixelsPerImage();
    return images(Arrays.copyOfRange(draws.pixelNoise(), use * length, (use + 1) * length));
  }
}
