// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.Map;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.IdlePool;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.inference.Encoder;

/** What an {@link Encoder} is made from; equal keys share encoders. */
public record EncoderKey(
    CodeNetworks networks,
    LatentSpace latent,
    Map<String, NetworkState> weights,
    int batchSize,
    Precision precision)
    implements Serializable {

  /** Idle encoders of this JVM. */
  private static final IdlePool<EncoderKey, Encoder> ENCODERS = new IdlePool<>(EncoderKey::open);

  /** A new one, to be closed by the caller. */
  public Encoder open() {
    return new Encoder(networks, latent, weights, batchSize, precision);
  }

  /** One that is the calling Spark task's until the task ends. */
  public Encoder take() {
    return TaskLoan.take(ENCODERS, this);
  }
}
