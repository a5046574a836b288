// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleContentModelData;
import org.disentangle.net.Precision;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.inference.StyleContentDecoder;
import org.disentangle.net.inference.StyleContentEncoder;

/** Generating and encoding a mini-batch with a model, over and over. */
interface InferenceUnits {

  /** A batch of images from codes that are drawn once. */
  Workers.Unit generation(int batchSize, long seed);

  /** Codes of one and the same batch of images. */
  Workers.Unit encoding(float[] images, int batchSize);

  /** Of a model with codes. */
  record OfCodes(DisentangledModel<?> model) implements InferenceUnits {

    @Override
    public Workers.Unit generation(int batchSize, long seed) {
      Generator generator = model.generatorKey(batchSize).open();
      LatentSpace latent = model.latent();
      float[] drawn = latent.sample(batchSize, new SplittableRandom(seed));
      System.arraycopy(drawn, 0, generator.latents(), 0, drawn.length);
      return Workers.Unit.of(count -> generator.generate(batchSize), generator::close);
    }

    @Override
    public Workers.Unit encoding(float[] images, int batchSize) {
      Encoder encoder = model.encoderKey(batchSize).open();
      System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
      return Workers.Unit.of(count -> encoder.encode(batchSize), encoder::close);
    }
  }

  /** Of a model of specified and unspecified codes. */
  record OfStyles(StyleContentModel model) implements InferenceUnits {

    @Override
    public Workers.Unit generation(int batchSize, long seed) {
      StyleContentModelData data = model.data();
      StyleContentDecoder decoder =
          new StyleContentDecoder(
              data.networks(),
              data.state().network(data.networks().decoder().name()),
              batchSize,
              Precision.of(model.getPrecision()));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < decoder.codes().length; i++) {
        decoder.codes()[i] = (float) random.nextGaussian();
      }
      return Workers.Unit.of(count -> decoder.decode(), decoder::close);
    }

    @Override
    public Workers.Unit encoding(float[] images, int batchSize) {
      StyleContentModelData data = model.data();
      StyleContentEncoder encoder =
          new StyleContentEncoder(
              data.networks(),
              data.state().network(data.networks().encoder().name()),
              batchSize,
              Precision.of(model.getPrecision()));
      System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
      return Workers.Unit.of(count -> encoder.encode(batchSize), encoder::close);
    }
  }
}
