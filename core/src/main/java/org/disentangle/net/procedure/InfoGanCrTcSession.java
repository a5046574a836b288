package org.disentangle.net.procedure;

import java.util.Arrays;
import org.disentangle.net.Network;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;

/** A session of {@link InfoGanCr} with the discriminator of {@link InfoGanCrTc}. */
final class InfoGanCrTcSession implements WorkerSession {

  private final InfoGanCrTc procedure;
  private final Network density;
  private final InfoGanCrSession base;

  InfoGanCrTcSession(InfoGanCrTc procedure, DataType type) {
    this.procedure = procedure;
    density = new Network(procedure.density(), procedure.densityAdam(), type, 0);
    base =
        new InfoGanCrSession(
            procedure.base(),
            type,
            new CodeCorrelation(new CorrelationCritic(density), procedure.gamma()));
  }

  Network density() {
    return density;
  }

  InfoGanCrSession base() {
    return base;
  }

  @Override
  public void load(TrainingState state) {
    base.load(state);
    density.load(state.network(InfoGanCrTc.TC));
    density.prepare();
  }

  @Override
  public TrainingState save() {
    return procedure.with(base.save(), density.save());
  }

  @Override
  public double[] step(float[] pixels, long seed) {
    double[] losses = base.step(pixels, seed);
    double[] all = Arrays.copyOf(losses, losses.length + 2);
    all[losses.length] = base.correlation().penalty();
    all[losses.length + 1] = base.correlation().density();
    return all;
  }

  @Override
  public long nativeBytes() {
    return base.nativeBytes() + density.nativeBytes();
  }

  @Override
  public void close() {
    base.close();
    density.close();
  }
}
