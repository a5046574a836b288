// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.NetworksJson;

/**
 * What distinguishes one trained model from another, whatever it is called and wherever it lies.
 */
public final class ModelFingerprint {

  private ModelFingerprint() {}

  /**
   * SHA-256 of the architectures, the latent space and the weights of the networks that generate
   * and encode (such as G, and D with Q), as 64 hex digits. Params, optimiser and history do not
   * count; a saved and loaded model has the same.
   */
  public static String of(DisentangledModel<?> model) {
    ModelData<?> data = model.data();
    MessageDigest digest = sha256();
    digest.update(NetworksJson.write(data.networks()).getBytes(StandardCharsets.UTF_8));
    digest.update(data.latent().toString().getBytes(StandardCharsets.UTF_8));
    CodeNetworks networks = data.networks();
    List<Architecture> used = new ArrayList<>(networks.toCodes().architectures());
    used.add(0, networks.toImages().architecture());
    for (Architecture network : used) {
      float[] weights = data.state().network(network.name()).parameters();
      ByteBuffer bytes = ByteBuffer.allocate(weights.length * Float.BYTES);
      bytes.asFloatBuffer().put(weights);
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
