// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.Locale;
import org.disentangle.image.ImageShape;

/** In which order a file stores the values of one image. */
public enum PixelOrder {

  /** Row, column, channel: the last index varies fastest. */
  HWC,

  /** Channel, row, column: one plane after the other. */
  CHW,

  /** Row, column, channel, with the first index fastest, as MATLAB stores arrays. */
  COLUMN_MAJOR;

  /** As options name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For each stored value its place in channel planes, rows from the top. */
  int[] planePlaces(ImageShape shape) {
    int[] places = new int[shape.size()];
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int row = 0; row < shape.height(); row++) {
        for (int column = 0; column < shape.width(); column++) {
          int planar = channel * plane + row * shape.width() + column;
          places[stored(shape, channel, row, column)] = planar;
        }
      }
    }
    return places;
  }

  private int stored(ImageShape shape, int channel, int row, int column) {
    return switch (this) {
      case HWC -> (row * shape.width() + column) * shape.channels() + channel;
      case CHW -> (channel * shape.height() + row) * shape.width() + column;
      case COLUMN_MAJOR -> (channel * shape.width() + column) * shape.height() + row;
    };
  }
}
