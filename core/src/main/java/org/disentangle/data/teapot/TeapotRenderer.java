// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import org.disentangle.image.ImageShape;

/**
 * Draws pictures of the teapot on a white background: perspective, z-buffer, Lambert light with
 * ambient light, {@value SampleBuffer#PER_SIDE} x {@value SampleBuffer#PER_SIDE} samples a pixel. A
 * surface has its colour times (0.5 + 0.9 max(0, n.L)), at most 1; there are no shadows. Not
 * thread-safe.
 */
public final class TeapotRenderer {

  static final int CHANNELS = 3;

  /** Fine enough that no corner of the outline is seen at 128 pixels. */
  private static final Mesh TEAPOT = Mesh.of(NewellTeapot.patches(), 4, 6);

  private final int imageSize;
  private final SampleBuffer buffer;
  private final Rasterizer rasterizer;

  /**
   * A renderer of square pictures.
   *
   * @param imageSize height and width in pixels, at least 1; 64 is the original
   */
  public TeapotRenderer(int imageSize) {
    this.imageSize = imageSize;
    this.buffer = new SampleBuffer(imageSize);
    this.rasterizer = new Rasterizer(TEAPOT, buffer);
  }

  /** The shape of every picture: red, green and blue, square. */
  public ImageShape shape() {
    return new ImageShape(CHANNELS, imageSize, imageSize);
  }

  /**
   * Draws one picture into an array that is used again.
   *
   * @param variant says which factors there are
   * @param factors one value per factor of the variant, in their order
   * @param planes 3 x imageSize x imageSize values in [0, 1], channel planes first; overwritten
   */
  public void render(TeapotVariant variant, double[] factors, float[] planes) {
    TeapotScene scene = variant.scene(factors);
    rasterizer.draw(scene.rotation().getMatrix(), scene.light());
    float[] colour = {(float) scene.red(), (float) scene.green(), (float) scene.blue()};
    buffer.average(colour, planes);
  }
}
