// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.Seeds;

/**
 * The random factors of every row, which follow from the seed and the number of the row alone.
 *
 * @param variant which factors there are
 * @param held values of factors that do not vary
 * @param groupSize rows of a group that have one of the varying factors in common; 0 for rows that
 *     are all independent
 * @param seed where the numbers come from
 */
record TeapotDraws(TeapotVariant variant, Map<TeapotFactor, Double> held, int groupSize, long seed)
    implements Serializable {

  /** In the place of a row within its group: the value that the group has in common. */
  private static final long IN_COMMON = -1;

  TeapotDraws {
    held = Map.copyOf(held);
  }

  /** The factors that vary in the data set. */
  List<TeapotFactor> varying() {
    return variant.factors().stream().filter(factor -> !held.containsKey(factor)).toList();
  }

  /** One value per factor of the variant. */
  double[] factors(int row) {
    double[] factors = draw(stream(row));
    if (grouped()) {
      int group = group(row);
      List<TeapotFactor> varying = varying();
      int common = variant.factors().indexOf(varying.get(group % varying.size()));
      factors[common] = draw(Seeds.mix(seed, group, IN_COMMON))[common];
    }
    return factors;
  }

  /** Whether rows belong to groups. */
  boolean grouped() {
    return groupSize > 0;
  }

  /** The group of a row, where there are groups. */
  int group(int row) {
    return row / groupSize;
  }

  private long stream(int row) {
    return groupSize == 0 ? Seeds.mix(seed, row) : Seeds.mix(seed, group(row), row % groupSize);
  }

  private double[] draw(long stream) {
    SplittableRandom random = new SplittableRandom(stream);
    return variant.factors().stream()
        .mapToDouble(
            factor -> {
              double value = factor.value(random.nextDouble());
              return held.getOrDefault(factor, value);
            })
        .toArray();
  }
}
