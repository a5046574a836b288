package org.disentangle.net.procedure;

import java.util.Arrays;
import org.disentangle.net.Network;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;

/** A session of {@link InfoGanProcedure} with the discriminator of {@link InfoGanTcProcedure}. */
final class InfoGanTcSession implements WorkerSession {

  private final InfoGanTcProcedure procedure;
  private final Network tcDiscriminator;
  private final InfoGanSession base;

  InfoGanTcSession(InfoGanTcProcedure procedure, DataType type) {
    this.procedure = procedure;
    tcDiscriminator =
        new Network(procedure.tcDiscriminator(), procedure.tcDiscriminatorAdam(), type, 0);
    base =
        new InfoGanSession(
            procedure.base(),
            type,
            new TcRegulariser(new TcDiscriminator(tcDiscriminator), procedure.gamma()));
  }

  Network tcDiscriminator() {
    return tcDiscriminator;
  }

  InfoGanSession base() {
    return base;
  }

  @Override
  public void load(TrainingState state) {
    base.load(state);
    tcDiscriminator.load(state.network(InfoGanTcProcedure.TC_DISCRIMINATOR));
    tcDiscriminator.prepare();
  }

  @Override
  public TrainingState save() {
    return procedure.with(base.save(), tcDiscriminator.save());
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    double[] losses = base.step(pixels, seed);
    double[] all = Arrays.copyOf(losses, losses.length + 2);
    all[losses.length] = base.tcRegulariser().penalty();
    all[losses.length + 1] = base.tcRegulariser().discriminatorLoss();
    return all;
  }

  @Override
  public long nativeBytes() {
    return base.nativeBytes() + tcDiscriminator.nativeBytes();
  }

  @Override
  public void close() {
    base.close();
    tcDiscriminator.close();
  }
}
