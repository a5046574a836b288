// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;

/**
 * Images in files, numbered from 0. It goes to the executors, where each range of rows opens it.
 */
@FunctionalInterface
public interface ImageStore extends Serializable {

  /**
   * Opens it for one range of rows.
   *
   * @param imageOfRow the image of each row, rising
   */
  Pixels open(IntUnaryOperator imageOfRow);

  /** How many images are read together: ranges begin at multiples of it. Usually 1. */
  default int block() {
    return 1;
  }
}
