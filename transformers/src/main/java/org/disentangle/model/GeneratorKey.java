// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.IdlePool;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.inference.Generator;

/** What a {@link Generator} is made from; equal keys share generators. */
public record GeneratorKey(
    CodeNetworks networks,
    LatentSpace latent,
    NetworkState state,
    int batchSize,
    Precision precision)
    implements Serializable {

  /** Idle generators of this JVM. */
  private static final IdlePool<GeneratorKey, Generator> GENERATORS =
      new IdlePool<>(GeneratorKey::open);

  /** A new one, to be closed by the caller. */
  public Generator open() {
    return new Generator(networks, latent, state, batchSize, precision);
  }

  /** One that is the calling Spark task's until the task ends. */
  public Generator take() {
    return TaskLoan.take(GENERATORS, this);
  }
}
