// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.Serializable;

/**
 * What distinguishes one set of training images from another, whatever the order and partitions.
 *
 * @param images how many there are
 * @param hash 32 hexadecimal digits that follow from the images, and from their labels where these
 *     are trained on; empty if nothing is known
 */
public record DataFingerprint(long images, String hash) implements Serializable {

  /** Of data that nothing is known of. */
  public static final DataFingerprint UNKNOWN = new DataFingerprint(0, "");
}
