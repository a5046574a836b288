// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import org.disentangle.image.ImageShape;

/** Draws the picture that factors describe. Need not be thread-safe. */
public interface FactorRenderer {

  /** The shape of every picture. */
  ImageShape shape();

  /**
   * Draws one picture into an array that is used again.
   *
   * @param factors one index per factor
   * @param planes values in [0, 1] in the order channel, row, column; overwritten
   */
  void render(int[] factors, float[] planes);
}
