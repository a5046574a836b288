// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

import java.io.Serializable;

/**
 * Which parts the two latent vectors of a contrastive pair share. The InfoGAN-CR paper (first
 * version, table 10) compares four designs on MNIST; {@link #STANDARD} is the one it chose.
 *
 * @param sharedCode true: one code is shared and all others are drawn again; false: all codes are
 *     shared but one
 * @param sharedNoise whether the noise is shared
 */
public record PairDesign(boolean sharedCode, boolean sharedNoise) implements Serializable {

  /** One code and the noise are shared. */
  public static final PairDesign STANDARD = new PairDesign(true, true);
}
