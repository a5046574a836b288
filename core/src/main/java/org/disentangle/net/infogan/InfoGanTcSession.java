// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import org.disentangle.net.LossValues;
import org.disentangle.net.procedure.ExtendedSession;
import org.disentangle.net.procedure.TcDiscriminator;
import org.nd4j.linalg.api.buffer.DataType;

/** A session of {@link InfoGanProcedure} with the discriminator of {@link InfoGanTcProcedure}. */
final class InfoGanTcSession extends ExtendedSession<InfoGanTcProcedure> {

  private final TcRegulariser tcRegulariser;
  private final InfoGanSession base;

  InfoGanTcSession(InfoGanTcProcedure procedure, DataType type) {
    super(procedure, type);
    tcRegulariser = new TcRegulariser(new TcDiscriminator(extraNetwork()), procedure.gamma());
    base = new InfoGanSession(procedure.base(), type, tcRegulariser);
  }

  @Override
  protected InfoGanSession base() {
    return base;
  }

  @Override
  public LossValues step(float[] pixels, long seed) {
    return losses
        .clear()
        .putAll(base.step(pixels, seed))
        .put(TcDiscriminator.CORRELATION, tcRegulariser.penalty())
        .put(TcDiscriminator.LOSS, tcRegulariser.discriminatorLoss())
        .complete();
  }
}
