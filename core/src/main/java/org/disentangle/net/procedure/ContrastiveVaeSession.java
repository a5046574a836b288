package org.disentangle.net.procedure;

import static org.disentangle.net.architecture.VaeNetworks.LOGITS;

import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A session of {@link VaeProcedure} whose decoder also answers to H. */
final class ContrastiveVaeSession implements WorkerSession {

  /** Keeps the draws of pairs apart from the iteration's other draws. */
  private static final long PAIR_STREAM = 0xC0;

  private final ContrastiveVaeProcedure procedure;
  private final DataType type;
  private final VaeSession base;
  private final Network h;
  private final PairContrast contrast;
  private final Pass first;
  private final Pass second;

  ContrastiveVaeSession(ContrastiveVaeProcedure procedure, DataType type) {
    this.procedure = procedure;
    this.type = type;
    base = new VaeSession(procedure.base(), type);
    h = new Network(procedure.contrast(), procedure.contrastAdam(), type, 0);
    contrast = new PairContrast(h);
    first = base.network(VaeProcedure.DEC).newPass();
    second = base.network(VaeProcedure.DEC).newPass();
  }

  VaeSession base() {
    return base;
  }

  Network h() {
    return h;
  }

  @Override
  public void load(TrainingState state) {
    base.load(state);
    h.load(state.network(InfoGanProcedure.H));
  }

  @Override
  public TrainingState save() {
    return procedure.with(base.save(), h.save());
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    if (!procedure.isOn(base.iteration())) {
      return withContrast(0, 0, base.step(pixels, seed, () -> {}));
    }
    SplittableRandom random = new SplittableRandom(seed ^ PAIR_STREAM);
    double[] regularised = new double[1];
    double[] losses = base.step(pixels, seed, () -> regularised[0] = accumulate(pairs(random)));
    try (Engine.Scope batch = Engine.batchScope(type)) {
      double trained = train(pairs(random));
      h.commit();
      return withContrast(regularised[0], trained, losses);
    }
  }

  private static double[] withContrast(double regularised, double trained, double[] losses) {
    double[] all = new double[losses.length + 2];
    all[0] = regularised;
    all[1] = trained;
    System.arraycopy(losses, 0, all, 2, losses.length);
    return all;
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
    h.prepare();
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

  @Override
  public long nativeBytes() {
    return base.nativeBytes() + h.nativeBytes();
  }

  @Override
  public void close() {
    base.close();
    h.close();
  }
}
