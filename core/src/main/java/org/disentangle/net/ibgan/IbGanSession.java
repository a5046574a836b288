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
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.NetworkSession;
import org.disentangle.net.procedure.Orthogonality;
import org.disentangle.net.procedure.VaeLosses;
import org.disentangle.net.procedure.VaeLosses.Divergence;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** One logical worker's networks, and the step of {@link IbGanProcedure}. */
final class IbGanSession extends NetworkSession<IbGanProcedure, IbGanDraws> {

  private final Pass represented;
  private final Pass generated;
  private final Pass judgedReal;
  private final Pass judgedFake;
  private final Pass reconstructed;
  private final Orthogonality orthogonality;

  IbGanSession(IbGanProcedure procedure, DataType type) {
    super(procedure, type);
    represented = network(IbGanProcedure.R).newPass();
    generated = network(IbGanProcedure.G).newPass();
    judgedReal = network(IbGanProcedure.D).newPass();
    judgedFake = network(IbGanProcedure.D).newPass();
    reconstructed = network(IbGanProcedure.Q).newPass();
    orthogonality = new Orthogonality(procedure.networks().orthogonal());
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
    if (procedure.regularised()) {
      losses.put(
          IbGanProcedure.ORTHOGONAL,
          orthogonality.accumulate(
              network(IbGanProcedure.Q), procedure.terms().orthogonalWeight()));
    }
    return draws.index() == null
        ? accumulateInformation(pixels, draws)
        : accumulateOneHot(pixels, draws);
  }

  private LossValues accumulateInformation(float[] pixels, IbGanDraws draws) {
    represented.forward(z(draws.noise()), true);
    INDArray mean = represented.head(MEAN);
    INDArray logVariance = represented.head(LOG_VARIANCE);
    INDArray deviation =
        Transforms.exp(logVariance.mul(0.5), false).muli(vectors(draws.codeNoise()));
    generated.forward(input(mean.add(deviation), draws), true);
    NoisyImages fake = NoisyImages.of(generated.head(IMAGE), pixelNoise(draws, 1));
    double discriminator = accumulateDiscriminator(pixels, draws, fake);

    Loss adversarial = JSD.generated(judgedFake.head(REAL));
    INDArray toImages =
        judgedFake.backward(Map.of(REAL, adversarial.gradient()), true, false).dup();
    reconstructed.forward(fake.images(), true);
    GaussianCodes noise = GaussianCodes.of(reconstructed.head(NOISE), null, draws.noise());
    toImages.addi(reconstructed.backward(Map.of(NOISE, noise.toMean()), true, true));
    INDArray toCodes =
        codes(generated.backward(Map.of(IMAGE, fake.back(toImages)), true, true)).dup();
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
    if (procedure.terms().oneHot()) {
      losses.put(IbGanProcedure.ONE_HOT, 0);
    }
    return losses
        .put(IbGanProcedure.D, discriminator)
        .put(IbGanProcedure.Q, error)
        .put(IbGanProcedure.G, adversarial.value())
        .put(IbGanProcedure.KL, divergence.value());
  }

  /** Of images of one-hot codes, which no z belongs to. */
  private LossValues accumulateOneHot(float[] pixels, IbGanDraws draws) {
    generated.forward(input(vectors(draws.oneHot()), draws), true);
    NoisyImages fake = NoisyImages.of(generated.head(IMAGE), pixelNoise(draws, 1));
    double discriminator = accumulateDiscriminator(pixels, draws, fake);
    Loss adversarial = JSD.generated(judgedFake.head(REAL));
    INDArray toImages =
        judgedFake.backward(Map.of(REAL, adversarial.gradient()), true, false).dup();
    reconstructed.forward(fake.images(), true);
    represented.forward(reconstructed.head(NOISE), true);
    Loss named = Losses.sharedIndex(represented.head(MEAN), draws.index());
    INDArray toNoise =
        represented.backward(
            Map.of(MEAN, named.gradient().muli(procedure.terms().gamma())), true, true);
    INDArray shaped = toNoise.dup('c').reshape('c', reconstructed.head(NOISE).shape());
    toImages.addi(reconstructed.backward(Map.of(NOISE, shaped), true, true));
    generated.backward(Map.of(IMAGE, fake.back(toImages)), false, true);
    return losses
        .put(IbGanProcedure.D, discriminator)
        .put(IbGanProcedure.Q, 0)
        .put(IbGanProcedure.G, adversarial.value())
        .put(IbGanProcedure.KL, 0)
        .put(IbGanProcedure.ONE_HOT, named.value());
  }

  /** Noise as R takes it: vectors, or maps of one pixel from a grouped Q. */
  private INDArray z(float[] noise) {
    return array(noise, procedure.networks().representation().input().batch(procedure.batchSize()));
  }

  /** What G takes: codes, and noise where its input is compete-free. */
  private INDArray input(INDArray codes, IbGanDraws draws) {
    return draws.nuisance() == null ? codes : Nd4j.concat(1, codes, vectors(draws.nuisance()));
  }

  private INDArray codes(INDArray toInput) {
    int numCodes = procedure.networks().numCodes();
    return procedure.networks().nuisanceDim() == 0
        ? toInput
        : toInput.get(NDArrayIndex.all(), NDArrayIndex.interval(0, numCodes));
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
