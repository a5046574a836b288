// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import java.util.List;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.stylecontent.StyleContentNetworks;

/**
 * A trained encoder of specified and unspecified codes, with the moving statistics, so that the
 * codes of an image do not depend on the others in the batch. Not thread-safe.
 */
public final class StyleContentEncoder implements Reusable {

  /**
   * Codes of some images, image after image.
   *
   * @param specified the specified codes
   * @param unspecified the means of the unspecified codes
   */
  public record Codes(float[] specified, float[] unspecified) {}

  private static final List<String> HEADS =
      List.of(StyleContentNetworks.SPECIFIED, StyleContentNetworks.MEAN);

  private final ForwardPass pass;

  /**
   * @throws org.disentangle.error.InvalidInputException if this JVM cannot compute in the precision
   */
  public StyleContentEncoder(
      StyleContentNetworks networks, NetworkState state, int batchSize, Precision precision) {
    pass = new ForwardPass(networks.encoder(), state, batchSize, precision);
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pass.values();
  }

  /** Codes of the first {@code count} images. */
  public Codes encode(int count) {
    List<float[]> found = pass.heads(HEADS, pass.values(), count);
    return new Codes(found.get(0), found.get(1));
  }

  @Override
  public long nativeBytes() {
    return pass.nativeBytes();
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    pass.close();
  }
}
