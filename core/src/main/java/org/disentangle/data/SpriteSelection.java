package org.disentangle.data;

import java.io.Serializable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.disentangle.latent.Seeds;

/**
 * Which pictures of the grid are in a data set, in rising order of their index.
 *
 * @param indices for each {@link SpriteFactor} the indices it takes, rising; their product is the
 *     pool
 * @param rows how many pictures of the pool are drawn without replacement; at most the pool
 * @param seed where the draw comes from
 */
record SpriteSelection(List<List<Integer>> indices, int rows, long seed) implements Serializable {

  SpriteSelection {
    indices = indices.stream().map(List::copyOf).toList();
  }

  /** Pictures to draw from. */
  int pool() {
    return poolOf(indices);
  }

  static int poolOf(List<List<Integer>> indices) {
    return indices.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
  }

  /** From the row of the data set to the index in the grid. The same in every JVM. */
  IntUnaryOperator gridIndexOfRow() {
    if (rows == pool()) {
      return this::gridIndex;
    }
    int[] drawn = draw();
    return row -> gridIndex(drawn[row]);
  }

  private int gridIndex(int member) {
    int[] factors = new int[indices.size()];
    int rest = member;
    for (int i = factors.length - 1; i >= 0; i--) {
      List<Integer> values = indices.get(i);
      factors[i] = values.get(rest % values.size());
      rest /= values.size();
    }
    return SpriteGrid.index(factors);
  }

  /** Selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S). */
  private int[] draw() {
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed));
    int pool = pool();
    int[] drawn = new int[rows];
    int found = 0;
    for (int member = 0; found < rows; member++) {
      if (random.nextInt(pool - member) < rows - found) {
        drawn[found++] = member;
      }
    }
    return drawn;
  }
}
