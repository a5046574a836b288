// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;

/**
 * A model at work: images of a view, made by one generator on the calling thread, one call at a
 * time.
 */
public final class Gallery implements AutoCloseable {

  private final LatentSpace space;
  private final ImageShape shape;
  private final int images;
  private final Generator generator;
  private final Encoder encoder;

  /**
   * @param images side by side
   */
  public Gallery(DisentangledModel<?> model, int images) {
    space = model.latent();
    shape = model.imageShape();
    this.images = images;
    generator = model.generatorKey(images).open();
    encoder = model.encoderKey(1).open();
  }

  LatentSpace space() {
    return space;
  }

  ImageShape shape() {
    return shape;
  }

  int images() {
    return images;
  }

  /**
   * All images of a view in a row, as one PNG.
   *
   * @param scale pixels of the PNG for one of an image
   */
  synchronized byte[] png(Scene view, int scale) {
    for (int image = 0; image < images; image++) {
      float[] latent = view.latent(image, space);
      System.arraycopy(latent, 0, generator.latents(), image * latent.length, latent.length);
    }
    return png(generator.generate(images), images, scale);
  }

  /** One image as PNG; channels x height x width values in [0, 1]. */
  byte[] png(float[] image) {
    return png(image, 1, 1);
  }

  private byte[] png(float[] pixels, int count, int scale) {
    ImageShape row =
        new ImageShape(shape.channels(), scale * shape.height(), scale * count * shape.width());
    float[] planes = new float[row.size()];
    int at = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int y = 0; y < row.height(); y++) {
        for (int x = 0; x < row.width(); x++) {
          int image = x / scale / shape.width();
          int from = image * shape.size() + channel * shape.height() * shape.width();
          planes[at++] = pixels[from + y / scale * shape.width() + x / scale % shape.width()];
        }
      }
    }
    return (byte[]) new ImageEncoder(ImageFormat.PNG, row, "explore", "images").encode(planes);
  }

  /**
   * The codes of an image, each the nearest that the model takes.
   *
   * @param image channels x height x width values in [0, 1]
   */
  synchronized float[] codes(float[] image) {
    System.arraycopy(image, 0, encoder.pixels(), 0, image.length);
    float[] codes = Arrays.copyOf(encoder.encode(1), space.numCodes());
    for (int code = 0; code < codes.length; code++) {
      codes[code] = space.values(code).nearest(codes[code]);
    }
    return codes;
  }

  /**
   * Codes and noise of all images of a view as a table: a line of names, a line per image.
   *
   * @param names of the codes
   */
  String csv(Scene view, List<String> names) {
    List<String> titles = new ArrayList<>(List.of("image"));
    names.forEach(name -> titles.add('"' + name.replace("\"", "\"\"") + '"'));
    for (int noise = 0; noise < space.noiseDim(); noise++) {
      titles.add(String.format(Locale.ROOT, "noise_%d", noise));
    }
    StringBuilder table = new StringBuilder(String.join(",", titles)).append("\r\n");
    for (int image = 0; image < images; image++) {
      table.append(image + 1);
      for (float value : view.latent(image, space)) {
        table.append(',').append(value);
      }
      table.append("\r\n");
    }
    return table.toString();
  }

  @Override
  public synchronized void close() {
    generator.close();
    encoder.close();
  }
}
