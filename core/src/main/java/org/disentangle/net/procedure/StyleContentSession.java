package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.StyleContentNetworks.REAL;

import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.DecodedImages.ToCodes;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One logical worker's networks, and the step of {@link StyleContentProcedure}. */
final class StyleContentSession implements WorkerSession {

  /** What encoder and decoder minimise, before weighting. */
  record AutoencoderLosses(
      double reconstruction,
      double partnerReconstruction,
      double divergence,
      double swapped,
      double sampled) {}

  private final StyleContentProcedure procedure;
  private final DataType type;
  private final LiveNetworks networks;
  private final EncodedTriplets encoded;
  private final DecodedImages rebuilt;
  private final DecodedImages rebuiltByPartners;
  private final DecodedImages swapped;
  private final DecodedImages sampled;
  private final Pass judged;
  private final Pass judgedReal;
  private long iteration;

  StyleContentSession(StyleContentProcedure procedure, DataType type) {
    this.procedure = procedure;
    this.type = type;
    networks = LiveNetworks.of(procedure.networks().architectures(), procedure::adam, type);
    encoded = new EncodedTriplets(network(StyleContentProcedure.E));
    rebuilt = decoded();
    rebuiltByPartners = decoded();
    swapped = decoded();
    sampled = decoded();
    judged = network(StyleContentProcedure.D).newPass();
    judgedReal = network(StyleContentProcedure.D).newPass();
  }

  private DecodedImages decoded() {
    return new DecodedImages(network(StyleContentProcedure.DEC), unspecifiedDim());
  }

  private int unspecifiedDim() {
    return procedure.networks().unspecifiedDim();
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
  public double[] step(float[] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Triplets triplets = Triplets.of(rows, procedure.labelled());
    int values = procedure.batchSize() * unspecifiedDim();
    float[] noise = Gaussians.draw(values, 1, random);
    float[] prior = Gaussians.draw(values, 1, random);
    try (Engine.Scope batch = Engine.batchScope(type)) {
      AutoencoderLosses losses = accumulate(triplets, noise, prior);
      update(StyleContentProcedure.E);
      update(StyleContentProcedure.DEC);
      double discriminator = accumulateDiscriminator(triplets);
      update(StyleContentProcedure.D);
      iteration++;
      return new double[] {
        losses.reconstruction(),
        losses.partnerReconstruction(),
        losses.divergence(),
        losses.swapped(),
        losses.sampled(),
        discriminator
      };
    }
  }

  private void update(String name) {
    network(name).update();
    network(name).prepare();
  }

  /**
   * Leaves the gradients of the weighted sum in encoder and decoder.
   *
   * @param noise a standard Gaussian for each value of the anchors' unspecified codes
   * @param prior unspecified codes drawn from their prior
   */
  AutoencoderLosses accumulate(Triplets triplets, float[] noise, float[] prior) {
    encoded.encode(
        images(triplets.anchors()),
        images(triplets.partners()),
        images(triplets.others()),
        codes(noise));
    network(StyleContentProcedure.DEC).clearGradients();
    INDArray z = encoded.unspecified();
    Loss own =
        VaeLosses.reconstruction(rebuilt.make(z, encoded.specifiedOfAnchors()), triplets.anchors());
    ToCodes first = rebuilt.backward(own.gradient());
    Loss partner =
        VaeLosses.reconstruction(
            rebuiltByPartners.make(z, encoded.specifiedOfPartners()), triplets.anchors());
    ToCodes second = rebuiltByPartners.backward(partner.gradient());
    INDArray otherCodes = encoded.specifiedOfOthers();
    swapped.make(z, otherCodes);
    Loss deceivedBySwapped = judge(swapped, triplets.otherLabels());
    ToCodes third = swapped.backwardFromImages(deceivedBySwapped.gradient());
    sampled.make(codes(prior), otherCodes);
    Loss deceivedBySampled = judge(sampled, triplets.otherLabels());
    ToCodes fourth = sampled.backwardFromImages(deceivedBySampled.gradient());
    encoded.backward(
        new EncodedTriplets.ToCodes(
            first.unspecified().addi(second.unspecified()).addi(third.unspecified()),
            first.specified(),
            second.specified(),
            third.specified().addi(fourth.specified())),
        procedure.klWeight());
    return new AutoencoderLosses(
        own.value(),
        partner.value(),
        encoded.divergence(),
        deceivedBySwapped.value(),
        deceivedBySampled.value());
  }

  /** D's opinion of images, as the decoder wants it: the loss, and lambda times its gradient. */
  private Loss judge(DecodedImages made, int[] labels) {
    judged.condition(labels);
    judged.forward(made.images(), true);
    Loss loss = Losses.real(judged.head(REAL));
    INDArray gradient = loss.gradient().muli(procedure.lambda());
    return new Loss(loss.value(), judged.backward(Map.of(REAL, gradient), true, false));
  }

  /** Leaves the gradients of D's loss on others and on the swapped images last made. */
  double accumulateDiscriminator(Triplets triplets) {
    network(StyleContentProcedure.D).clearGradients();
    judgedReal.condition(triplets.otherLabels());
    judgedReal.forward(images(triplets.others()), true);
    judgedReal.updateMovingStatistics();
    Loss real = Losses.real(judgedReal.head(REAL));
    judgedReal.backward(Map.of(REAL, real.gradient()), false, true);
    judged.condition(triplets.otherLabels());
    judged.forward(swapped.images(), true);
    judged.updateMovingStatistics();
    Loss fake = Losses.fake(judged.head(REAL));
    judged.backward(Map.of(REAL, fake.gradient()), false, true);
    return real.value() + fake.value();
  }

  private INDArray images(float[] pixels) {
    var shape = procedure.networks().imageShape();
    return array(pixels, procedure.batchSize(), shape.channels(), shape.height(), shape.width());
  }

  private INDArray codes(float[] values) {
    return array(values, procedure.batchSize(), unspecifiedDim());
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
