// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.CheckpointText;
import org.disentangle.net.Precision;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.procedure.ExtendedProcedure;
import org.disentangle.net.procedure.PairContrast;

/**
 * A variational autoencoder with InfoGAN-CR's contrastive regulariser: an ablation of the paper,
 * for FactorVAE, which found no gain. The paper gives no details: pairs are drawn from the prior,
 * their images are the decoder's probabilities, the decoder's loss gets alpha times H's, and H
 * takes one step after those of all other networks, on fresh pairs.
 *
 * @param base what is trained without it
 * @param contrast H: two images stacked on the channel axis to the index of the code they share
 * @param alpha weight, above 0
 * @param crStart iteration at which it starts
 * @param gap least distance of unshared codes, as shares of the prior on [-1, 1]; in [0, 2)
 */
public record ContrastiveVaeProcedure(
    VaeProcedure base,
    Architecture contrast,
    double alpha,
    long crStart,
    double gap,
    AdamSettings contrastAdam)
    implements ExtendedProcedure {

  private static final List<String> LOSSES = List.of(PairContrast.LOSS, PairContrast.H);

  @Override
  public List<String> lossNames() {
    List<String> names = new ArrayList<>(LOSSES);
    names.addAll(base.lossNames());
    return names;
  }

  @Override
  public boolean isActive(String lossName, long iteration) {
    return LOSSES.contains(lossName) ? isOn(iteration) : base.isActive(lossName, iteration);
  }

  boolean isOn(long iteration) {
    return iteration >= crStart;
  }

  @Override
  public String extraNetworkName() {
    return PairContrast.H;
  }

  @Override
  public Architecture extraNetwork() {
    return contrast;
  }

  @Override
  public AdamSettings extraNetworkAdam() {
    return contrastAdam;
  }

  @Override
  public WorkerSession open(Precision precision) {
    return new ContrastiveVaeSession(this, precision.type());
  }

  /** Checkpoints know the procedure by this text. */
  @Override
  public String toString() {
    return CheckpointText.of("ContrastiveVae")
        .with("base", base)
        .with("contrast", contrast)
        .with("alpha", alpha)
        .with("crStart", crStart)
        .with("gap", gap)
        .with("contrastAdam", contrastAdam)
        .toString();
  }
}
