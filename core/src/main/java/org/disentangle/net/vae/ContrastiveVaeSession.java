// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.vae.VaeNetworks.LOGITS;

import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.ExtendedSession;
import org.disentangle.net.procedure.PairContrast;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A session of {@link VaeProcedure} whose decoder also answers to H. */
final class ContrastiveVaeSession extends ExtendedSession<ContrastiveVaeProcedure> {

  /** Keeps the draws of pairs apart from the iteration's other draws. */
  private static final long PAIR_STREAM = 0xC0;

  private final DataType type;
  private final VaeSession base;
  private final PairContrast contrast;
  private final Pass first;
  private final Pass second;
  private SplittableRandom pairDraws;
  private double penalty;

  ContrastiveVaeSession(ContrastiveVaeProcedure procedure, DataType type) {
    super(procedure, type);
    this.type = Engine.arrays(type);
    base = new VaeSession(procedure.base(), type, this::regularise);
    contrast = new PairContrast(extraNetwork());
    first = base.network(VaeProcedure.DEC).newPass();
    second = base.network(VaeProcedure.DEC).newPass();
  }

  @Override
  protected VaeSession base() {
    return base;
  }

  @Override
  public LossValues step(float[] pixels, long seed) {
    boolean on = procedure.isOn(base.iteration());
    pairDraws = new SplittableRandom(seed ^ PAIR_STREAM);
    penalty = 0;
    losses.clear().putAll(base.step(pixels, seed));
    double trained = 0;
    if (on) {
      try (Engine.Scope batch = Engine.batchScope(type)) {
        trained = train(pairs(pairDraws));
        extraNetwork().commit();
      }
    }
    return losses.put(PairContrast.LOSS, penalty).put(PairContrast.H, trained).complete();
  }

  private void regularise() {
    if (procedure.isOn(base.iteration())) {
      penalty = accumulate(pairs(pairDraws));
    }
  }

  private ContrastivePairs pairs(SplittableRandom random) {
    return ContrastivePairs.sample(
        procedure.base().latent(),
        PairDesign.STANDARD,
        procedure.batchSize(),
        procedure.gap(),
        random);
  }

  /** Adds alpha times H's loss to the decoder's gradients; gives it before weighting. */
  double accumulate(ContrastivePairs pairs) {
    extraNetwork().prepare();
    INDArray a = probabilities(first, pairs.first());
    INDArray b = probabilities(second, pairs.second());
    PairContrast.Gradients found = contrast.gradients(a, b, pairs.index(), procedure.alpha());
    first.backward(Map.of(LOGITS, found.first().muli(slope(a))), false, true);
    second.backward(Map.of(LOGITS, found.second().muli(slope(b))), false, true);
    return found.loss();
  }

  /** One step of H. */
  double train(ContrastivePairs pairs) {
    return contrast.train(
        probabilities(first, pairs.first()), probabilities(second, pairs.second()), pairs.index());
  }

  private INDArray probabilities(Pass decoded, float[] codes) {
    long width = procedure.base().latent().size();
    decoded.forward(
        Nd4j.createFromArray(codes).reshape('c', codes.length / width, width).castTo(type), true);
    return Transforms.sigmoid(decoded.head(LOGITS), true);
  }

  /** Derivative of the sigmoid where it has this value. */
  private static INDArray slope(INDArray probability) {
    return probability.sub(1).negi().muli(probability);
  }
}
