package org.disentangle.net.inference;

import java.util.Arrays;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained Q: images to code means, through D's trunk with the stored spectral-norm vectors. D has
 * no batch normalisation, so the codes of an image do not depend on the others in the batch. Not
 * thread-safe.
 */
public final class Encoder implements AutoCloseable {

  private final InfoGanCrNetworks networks;
  private final int batchSize;
  private final Network network;
  private final Pass pass;
  private final float[] pixels;

  public Encoder(InfoGanCrNetworks networks, NetworkState state, int batchSize) {
    this.networks = networks;
    this.batchSize = batchSize;
    pixels = new float[batchSize * networks.imageShape().size()];
    network = new Network(networks.discriminator(), AdamSettings.adversarial(1), DataType.FLOAT, 0);
    network.load(state);
    network.prepare();
    pass = network.newPass();
  }

  /** Images a call can take. */
  public int batchSize() {
    return batchSize;
  }

  /** Room for the images of the next call, one after the other, values in [0, 1]. */
  public float[] pixels() {
    return pixels;
  }

  /**
   * The code means of the first {@code count} images.
   *
   * @return count x codes values
   */
  public float[] encode(int count) {
    Engine.useOneThread();
    float[] values = pixels;
    if (networks.signedPixels()) {
      values = new float[pixels.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * pixels[i] - 1;
      }
    }
    var shape = networks.imageShape();
    try (Engine.Scope batch = Engine.batchScope(DataType.FLOAT)) {
      pass.forward(
          Nd4j.createFromArray(values)
              .reshape(batchSize, shape.channels(), shape.height(), shape.width()),
          false);
      float[] codes = pass.head(InfoGanCrNetworks.CODES).dup('c').data().asFloat();
      return Arrays.copyOf(codes, codes.length / batchSize * count);
    }
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    network.close();
  }
}
