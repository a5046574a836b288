// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.inference;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.Engine;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.onednn.UnitBytes;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained generator or decoder: latent vectors to images, with the moving statistics. Not
 * thread-safe.
 */
public final class Generator implements Reusable {

  private final CodeNetworks.ImageOutput output;
  private final int imageSize;
  private final int batchSize;
  private final LatentSpace space;
  private final Network network;
  private final Pass pass;
  private final float[] latents;
  private final float[] images;
  private UnitBytes unitBytes;
  private INDArray head;
  private int count;
  private FloatBuffer made;

  /** A generator in single precision. */
  public Generator(CodeNetworks networks, LatentSpace space, NetworkState state, int batchSize) {
    this(networks, space, state, batchSize, Precision.FLOAT32);
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if this JVM cannot compute in the precision
   */
  public Generator(
      CodeNetworks networks,
      LatentSpace space,
      NetworkState state,
      int batchSize,
      Precision precision) {
    output = networks.toImages();
    imageSize = networks.imageShape().size();
    this.batchSize = batchSize;
    this.space = space;
    latents = new float[batchSize * space.size()];
    images = new float[batchSize * imageSize];
    network = Network.forInference(output.architecture(), precision);
    network.load(state);
    network.prepare();
    pass = network.newPass();
  }

  /** Images a call can make. */
  public int batchSize() {
    return batchSize;
  }

  /** Room for the latent vectors of the next call, one after the other: codes, then noise. */
  public float[] latents() {
    return latents;
  }

  /** Values of an image: channels x height x width. */
  public int imageSize() {
    return imageSize;
  }

  /**
   * Makes the images of the first {@code count} latent vectors.
   *
   * @return batchSize x channels x height x width values in [0, 1], of which the first count images
   *     are meant; overwritten by the next call
   */
  public float[] generate(int count) {
    make(count);
    for (int image = 0; image < count; image++) {
      read(image, images, image * imageSize);
    }
    return images;
  }

  /** Makes the images of the first {@code count} latent vectors, to be read one by one. */
  public void make(int count) {
    Engine.useOneThread();
    try (Engine.Scope batch = Engine.batchScope(DataType.FLOAT)) {
      pass.forward(
          Nd4j.createFromArray(space.input(latents)).reshape(batchSize, space.inputSize()), false);
    }
    head = pass.head(output.head());
    this.count = count;
    made = head.data().asNioFloat().limit(count * imageSize);
  }

  /**
   * Copies one of the images just made.
   *
   * @param image its number, from 0
   * @param into room for channels x height x width values in [0, 1]
   * @param at where they begin
   */
  public void read(int image, float[] into, int at) {
    made.get(image * imageSize, into, at, imageSize);
    if (output.signed()) {
      for (int i = at; i < at + imageSize; i++) {
        into[i] = (into[i] + 1) / 2;
      }
    }
  }

  /**
   * The images just made as bytes, the nearest to 255 times each value: faster than {@link #read}
   * for who needs no more.
   *
   * @return image after image, channel planes first; null where this way does not exist (other
   *     engines, images in [-1, 1]) or a value is not from 0 to 1, and overwritten by the next call
   */
  public ByteBuffer bytes() {
    if (output.signed() || !Engine.usesOneDnn(DataType.FLOAT)) {
      return null;
    }
    if (unitBytes == null) {
      unitBytes = new UnitBytes(batchSize * imageSize);
    }
    return unitBytes.convert(head, count * imageSize);
  }

  @Override
  public long nativeBytes() {
    return network.nativeBytes() + (unitBytes == null ? 0 : unitBytes.nativeBytes());
  }

  /** Frees the network's native memory. */
  @Override
  public void close() {
    made = null;
    if (unitBytes != null) {
      unitBytes.close();
    }
    network.close();
  }
}
