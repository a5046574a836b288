// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.Arrays;

/**
 * How importances become scores: how concentrated a row or column is, and how the columns count.
 */
public enum Aggregation {
  /**
   * Locatello et al., "Challenging common assumptions", 2019 (disentanglement_lib): 1e-11 is added
   * to every importance before normalising; codes and factors count by their share of all
   * importance.
   */
  LIBRARY {
    @Override
    double concentration(double[] importances) {
      double[] shares = Arrays.stream(importances).map(one -> one + 1e-11).toArray();
      double sum = Arrays.stream(shares).sum();
      double entropy = 0;
      for (double share : shares) {
        entropy -= share / sum * Math.log(share / sum);
      }
      return 1 - entropy / Math.log(shares.length);
    }
  },
  /**
   * Eastwood and Williams as computed by Lin et al., "InfoGAN-CR and ModelCentrality", 2020: 1e-12
   * is added within the logarithms; codes count by their share of all importance, factors equally.
   */
  EASTWOOD_WILLIAMS {
    @Override
    double concentration(double[] importances) {
      double sum = Arrays.stream(importances).sum();
      if (sum == 0) {
        return 0;
      }
      double entropy = 0;
      for (double importance : importances) {
        double share = importance / sum;
        entropy -= share * Math.log(share + 1e-12);
      }
      return 1 - entropy / Math.log(importances.length + 1e-12);
    }
  };

  /**
   * 1 minus the normalised entropy of two or more importances: 1 if one has it all, 0 if all are
   * equal or zero; off by rounding and by the constant of the aggregation.
   */
  abstract double concentration(double[] importances);
}
