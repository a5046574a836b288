package org.disentangle.net.inference;

import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.InfoGanCrNetworks;

/**
 * A trained Q: images to code means, through D's trunk with the stored spectral-norm vectors. D has
 * no batch normalisation, so the codes of an image do not depend on the others in the batch. Not
 * thread-safe.
 */
public final class Encoder implements AutoCloseable {

  private final InfoGanCrNetworks networks;
  private final ImagePass pass;

  public Encoder(InfoGanCrNetworks networks, NetworkState state, int batchSize) {
    this.networks = networks;
    pass = new ImagePass(networks.discriminator(), networks.imageShape(), state, batchSize);
  }

  /** Images a call can take. */
  public int batchSize() {
    return pass.batchSize();
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pass.pixels();
  }

  /**
   * The code means of the first {@code count} images.
   *
   * @return count x codes values
   */
  public float[] encode(int count) {
    float[] values = pass.pixels();
    if (networks.signedPixels()) {
      values = values.clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * values[i] - 1;
      }
    }
    return pass.head(InfoGanCrNetworks.CODES, values, count);
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    pass.close();
  }
}
