package org.disentangle.net.procedure;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * InfoGAN-CR with the total correlation of Q's codes of generated images as a further regulariser
 * of G and Q: an ablation of the paper, which found that it hurts. The paper gives no details: its
 * discriminator is FactorVAE's, its gradient is added wherever that of lambda L_Q is, and it takes
 * one step after those of G, on the codes of the images that G was judged by last.
 *
 * @param base what is trained without it
 * @param density the discriminator: codes to two logits
 * @param gamma weight, above 0
 */
public record InfoGanCrTc(
    InfoGanCr base, Architecture density, double gamma, AdamSettings densityAdam)
    implements HybridProcedure {

  /** Name of the discriminator's state. */
  public static final String TC = Vae.TC;

  @Override
  public List<String> lossNames() {
    List<String> names = new ArrayList<>(base.lossNames());
    names.addAll(List.of(Vae.CORRELATION, Vae.DENSITY));
    return names;
  }

  @Override
  public String addition() {
    return TC;
  }

  @Override
  public Architecture added() {
    return density;
  }

  @Override
  public LeastBatch leastBatch() {
    return HybridProcedure.super.leastBatch().and(Vae.SHUFFLED);
  }

  @Override
  public NetworkState initialAddition(long seed) {
    return Network.initial(density, densityAdam, seed);
  }

  @Override
  public WorkerSession open() {
    return new InfoGanCrTcSession(this, DataType.FLOAT);
  }
}
