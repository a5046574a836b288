// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A session of another procedure, and the network that an {@link ExtendedProcedure} adds to it.
 *
 * @param <P> what is trained
 */
public abstract class ExtendedSession<P extends ExtendedProcedure> implements WorkerSession {

  protected final P procedure;
  protected final LossValues losses;
  private final Network extraNetwork;

  protected ExtendedSession(P procedure, DataType type) {
    this.procedure = procedure;
    losses = new LossValues(procedure.lossNames());
    extraNetwork = Network.blank(procedure.extraNetwork(), procedure.extraNetworkAdam(), type);
  }

  /** Of what is extended. */
  protected abstract WorkerSession base();

  public final Network extraNetwork() {
    return extraNetwork;
  }

  @Override
  public final void load(TrainingState state) {
    base().load(state);
    extraNetwork.load(state.network(procedure.extraNetworkName()));
    extraNetwork.prepare();
  }

  @Override
  public final TrainingState save() {
    return procedure.with(base().save(), extraNetwork.save());
  }

  @Override
  public final long nativeBytes() {
    return base().nativeBytes() + extraNetwork.nativeBytes();
  }

  @Override
  public final void close() {
    base().close();
    extraNetwork.close();
  }
}
