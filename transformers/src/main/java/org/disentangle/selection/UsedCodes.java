// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.Arrays;
import org.disentangle.metric.VoteTable;

/**
 * Which codes of each generator change its images, and entries of a cross matrix that are fair to
 * generators that use different numbers of codes.
 *
 * <p>Nobody can find a code again that moves nothing, and the fewer codes a generator has, the more
 * often one is found by chance. Where all generators use all their codes and have equally many, as
 * the authors' do, an entry is the share of right votes. Otherwise votes for unused codes are left
 * out, and an entry is what the share is above that of chance: {@code (share - 1/k) / (1 - 1/k)}
 * with k used codes, at least 0; 0 where less than two are used. With equal k this is the same
 * ranking.
 *
 * @param used [generator][code]
 */
record UsedCodes(boolean[][] used) {

  /** Part of the variance of a generator's images below which a code counts as unused. */
  static final double LEAST_SHARE = 0.01;

  /** Of a model that is compared with itself alone, whose codes all count. */
  static final UsedCodes OF_ONE = new UsedCodes(new boolean[1][]);

  /**
   * @param shares of the variance of the images that goes with each code, [generator][code]
   */
  static UsedCodes of(double[][] shares) {
    boolean[][] used = new boolean[shares.length][];
    for (int generator = 0; generator < used.length; generator++) {
      used[generator] = new boolean[shares[generator].length];
      for (int code = 0; code < used[generator].length; code++) {
        used[generator][code] = shares[generator][code] >= LEAST_SHARE;
      }
    }
    return new UsedCodes(used);
  }

  /** Whether votes for this code count. */
  boolean counts(int generator, int code) {
    return areAlike() || used[generator][code];
  }

  /** The entry of an encoder's votes on a generator's images. */
  double entry(VoteTable votes, int generator) {
    double share = votes.majorityScore();
    if (areAlike()) {
      return share;
    }
    int codes = number(generator);
    double chance = 1.0 / codes;
    return codes < 2 ? 0 : Math.max(0, (share - chance) / (1 - chance));
  }

  /** Whether all use all their codes and have equally many, or there is one model alone. */
  private boolean areAlike() {
    if (used.length == 1) {
      return true;
    }
    for (int generator = 0; generator < used.length; generator++) {
      if (used[generator].length != used[0].length || number(generator) != used[generator].length) {
        return false;
      }
    }
    return true;
  }

  private int number(int generator) {
    int number = 0;
    for (boolean code : used[generator]) {
      number += code ? 1 : 0;
    }
    return number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UsedCodes that && Arrays.deepEquals(used, that.used);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(used);
  }
}
