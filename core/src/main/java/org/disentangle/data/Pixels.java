// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Closeable;
import java.io.IOException;

/** Where the values of images come from. Called for rising rows, by one thread. */
@FunctionalInterface
public interface Pixels extends Closeable {

  /**
   * Overwrites an array with the image of a row.
   *
   * @param row number in the data set, larger than at the call before
   * @param planes values in [0, 1] in the order channel, row, column
   */
  void read(int row, float[] planes) throws IOException;

  /** What is computed holds nothing open. */
  @Override
  default void close() throws IOException {}
}
