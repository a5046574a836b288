// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import org.disentangle.net.Engine;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained decoder: an unspecified and a specified code to an image, with the moving statistics.
 * Not thread-safe.
 */
public final class StyleContentDecoder implements Reusable {

  private final int specifiedDim;
  private final int unspecifiedDim;
  private final int batchSize;
  private final Network network;
  private final Pass pass;
  private final float[] codes;

  /**
   * @throws org.disentangle.error.InvalidInputException if this JVM cannot compute in the precision
   */
  public StyleContentDecoder(
      StyleContentNetworks networks, NetworkState state, int batchSize, Precision precision) {
    specifiedDim = networks.specifiedDim();
    unspecifiedDim = networks.unspecifiedDim();
    this.batchSize = batchSize;
    codes = new float[batchSize * (specifiedDim + unspecifiedDim)];
    network = Network.forInference(networks.imageDecoder(), precision);
    network.load(state);
    network.prepare();
    pass = network.newPass();
  }

  /** Room in {@link #codes()} of one of the images of the next call, for its unspecified code. */
  public int unspecifiedAt(int image) {
    return image * (specifiedDim + unspecifiedDim);
  }

  /** As {@link #unspecifiedAt}, for the specified code. */
  public int specifiedAt(int image) {
    return unspecifiedAt(image) + unspecifiedDim;
  }

  /** Room for the codes of the next call. */
  public float[] codes() {
    return codes;
  }

  /**
   * The images of the codes.
   *
   * @return batchSize x channels x height x width values in [0, 1]; images beyond those whose codes
   *     were set mean nothing
   */
  public float[] decode() {
    Engine.useOneThread();
    try (Engine.Scope batch = Engine.batchScope(DataType.FLOAT)) {
      pass.forward(
          Nd4j.createFromArray(codes).reshape(batchSize, specifiedDim + unspecifiedDim), false);
      return pass.head(StyleContentNetworks.LOGITS).dup('c').data().asFloat();
    }
  }

  @Override
  public long nativeBytes() {
    return network.nativeBytes();
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    network.close();
  }
}
