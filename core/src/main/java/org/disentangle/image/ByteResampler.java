// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

/** Changes the size of images of bytes in the whole-number arithmetic of a library. */
@FunctionalInterface
interface ByteResampler {

  /**
   * The image in another size.
   *
   * @param planes channel planes first; not changed
   * @param height rows of the result, width its columns
   * @return planes of the result; may be the same array if the size is the same
   */
  byte[] resample(byte[] planes, ImageShape from, int height, int width);
}
