// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The factors of numbered images.
 *
 * @param images how many there are
 * @param factors what varies
 * @param indices for each factor the index in each image; null if the images are the whole grid of
 *     the factors with the last varying fastest
 */
public record ImageFactors(int images, List<StoredFactor> factors, int[][] indices)
    implements Serializable {

  /** The whole grid of these factors, the last varying fastest. */
  public static ImageFactors grid(List<StoredFactor> factors) {
    int images = factors.stream().mapToInt(Factor::count).reduce(1, Math::multiplyExact);
    return new ImageFactors(images, List.copyOf(factors), null);
  }

  /**
   * Factors of which each image has an index.
   *
   * @param indices for each factor, for each image
   */
  public static ImageFactors of(List<StoredFactor> factors, int[][] indices) {
    int images = indices[0].length;
    long combinations =
        factors.stream().mapToLong(Factor::count).reduce(1, (a, b) -> a > images ? a : a * b);
    if (combinations == images) {
      ImageFactors grid = grid(factors);
      if (grid.hasIndices(indices)) {
        return grid;
      }
    }
    return new ImageFactors(images, List.copyOf(factors), indices);
  }

  private boolean hasIndices(int[][] other) {
    for (int factor = 0; factor < other.length; factor++) {
      for (int image = 0; image < images; image++) {
        if (other[factor][image] != index(factor, image)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The index of a factor in an image. */
  public int index(int factor, int image) {
    if (indices != null) {
      return indices[factor][image];
    }
    int stride = 1;
    for (int later = factors.size() - 1; later > factor; later--) {
      stride *= factors.get(later).count();
    }
    return image / stride % factors.get(factor).count();
  }

  /**
   * The images that {@link FactorOptions} choose, rising.
   *
   * @throws org.disentangle.error.InvalidInputException if no image has the chosen indices
   */
  public int[] chosen(OptionReader options) {
    List<List<Integer>> wanted = FactorOptions.indices(options, factors);
    boolean[][] allowed = new boolean[factors.size()][];
    for (int i = 0; i < allowed.length; i++) {
      boolean[] of = new boolean[factors.get(i).count()];
      wanted.get(i).forEach(index -> of[index] = true);
      allowed[i] = of;
    }
    int[] chosen = IntStream.range(0, images).filter(image -> isIn(allowed, image)).toArray();
    if (chosen.length == 0) {
      throw options.refuseAll(
          "no image of the files has " + FactorOptions.text(wanted, factors),
          "values that occur together");
    }
    return chosen;
  }

  private boolean isIn(boolean[][] allowed, int image) {
    for (int factor = 0; factor < allowed.length; factor++) {
      if (!allowed[factor][index(factor, image)]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A nominal column per factor and then, if wanted, a numeric one per factor with its real value.
   */
  public List<StoredColumn> columns(boolean withValues) {
    List<StoredColumn> columns = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      int place = i;
      StoredFactor factor = factors.get(i);
      columns.add(
          new StoredColumn(
              FactorColumns.nominal(factor.factorColumn(), factor.count(), factor.names()),
              image -> index(place, image)));
    }
    for (int i = 0; withValues && i < factors.size(); i++) {
      int place = i;
      columns.add(
          new StoredColumn(
              FactorColumns.value(factors.get(i)),
              image -> factors.get(place).value(index(place, image))));
    }
    return columns;
  }
}
