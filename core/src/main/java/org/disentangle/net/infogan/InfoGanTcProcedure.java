// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Precision;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.net.procedure.ExtendedProcedure;
import org.disentangle.net.procedure.TcDiscriminator;

/**
 * InfoGAN-CR with the total correlation of Q's codes of generated images as a further regulariser
 * of G and Q: an ablation of the paper, which found that it hurts. The paper gives no details: its
 * discriminator is FactorVAE's, its gradient is added wherever that of lambda L_Q is, and it takes
 * one step after those of G, on the codes of the images that G was judged by last.
 *
 * @param base what is trained without it
 * @param tcDiscriminator the discriminator: codes to two logits
 * @param gamma weight, above 0
 */
public record InfoGanTcProcedure(
    InfoGanProcedure base,
    Architecture tcDiscriminator,
    double gamma,
    AdamSettings tcDiscriminatorAdam)
    implements ExtendedProcedure {

  @Override
  public List<String> lossNames() {
    List<String> names = new ArrayList<>(base.lossNames());
    names.addAll(List.of(TcDiscriminator.CORRELATION, TcDiscriminator.LOSS));
    return names;
  }

  @Override
  public String extraNetworkName() {
    return TcDiscriminator.NAME;
  }

  @Override
  public Architecture extraNetwork() {
    return tcDiscriminator;
  }

  @Override
  public LeastBatch leastBatch() {
    return ExtendedProcedure.super.leastBatch().and(TcDiscriminator.SHUFFLED);
  }

  @Override
  public AdamSettings extraNetworkAdam() {
    return tcDiscriminatorAdam;
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new InfoGanTcSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text. */
  @Override
  public String toString() {
    return CheckpointText.of("InfoGanCrTc")
        .with("base", base)
        .with("density", tcDiscriminator)
        .with("gamma", gamma)
        .with("densityAdam", tcDiscriminatorAdam)
        .toString();
  }
}
