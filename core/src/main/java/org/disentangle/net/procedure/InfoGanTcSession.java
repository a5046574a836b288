package org.disentangle.net.procedure;

import org.disentangle.net.LossValues;
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
  InfoGanSession base() {
    return base;
  }

  @Override
  public LossValues step(float[] pixels, long seed) {
    return losses
        .clear()
        .putAll(base.step(pixels, seed))
        .put(VaeProcedure.CORRELATION, tcRegulariser.penalty())
        .put(VaeProcedure.TC_DISCRIMINATOR_LOSS, tcRegulariser.discriminatorLoss())
        .complete();
  }
}
