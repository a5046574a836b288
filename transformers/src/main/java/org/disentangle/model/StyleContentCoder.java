// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import org.disentangle.net.IdlePool;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.inference.StyleContentDecoder;
import org.disentangle.net.inference.StyleContentEncoder;
import org.disentangle.net.stylecontent.StyleContentNetworks;

/** The live encoder and decoder of one model, each built when first asked for. */
final class StyleContentCoder implements Reusable {

  /**
   * What a coder is made from; equal keys share coders.
   *
   * @param batchSize images, or pairs of codes, at a time
   */
  record Key(
      StyleContentNetworks networks,
      NetworkState encoder,
      NetworkState decoder,
      int batchSize,
      Precision precision)
      implements Serializable {

    /** A new one, to be closed by the caller. */
    StyleContentCoder open() {
      return new StyleContentCoder(this);
    }

    /** One that is the calling Spark task's until the task ends. */
    StyleContentCoder take() {
      return TaskLoan.take(CODERS, this);
    }
  }

  /** Idle ones of this JVM. */
  private static final IdlePool<Key, StyleContentCoder> CODERS = new IdlePool<>(Key::open);

  private final Key key;
  private StyleContentEncoder encoder;
  private StyleContentDecoder decoder;

  private StyleContentCoder(Key key) {
    this.key = key;
  }

  StyleContentEncoder encoder() {
    if (encoder == null) {
      encoder =
          new StyleContentEncoder(key.networks(), key.encoder(), key.batchSize(), key.precision());
    }
    return encoder;
  }

  StyleContentDecoder decoder() {
    if (decoder == null) {
      decoder =
          new StyleContentDecoder(key.networks(), key.decoder(), key.batchSize(), key.precision());
    }
    return decoder;
  }

  @Override
  public long nativeBytes() {
    return (encoder == null ? 0 : encoder.nativeBytes())
        + (decoder == null ? 0 : decoder.nativeBytes());
  }

  /** Frees the networks' native memory. */
  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
    if (decoder != null) {
      decoder.close();
    }
  }
}
