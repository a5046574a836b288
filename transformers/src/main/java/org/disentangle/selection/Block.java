// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of one generator's images that one task makes.
 *
 * @param generator the generator's number
 * @param start first piece
 * @param end the one after the last
 */
record Block(int generator, int start, int end) implements Serializable {

  /** Pieces a task: enough to make up for taking the networks, few enough to spread and to redo. */
  private static final int PIECES = 64;

  /** All pieces of all generators, in order. */
  static List<Block> all(int generators, int pieces) {
    List<Block> blocks = new ArrayList<>();
    for (int generator = 0; generator < generators; generator++) {
      for (int start = 0; start < pieces; start += PIECES) {
        blocks.add(new Block(generator, start, Math.min(pieces, start + PIECES)));
      }
    }
    return blocks;
  }
}
