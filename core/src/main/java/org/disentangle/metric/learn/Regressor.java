// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

/** A fitted model of a number. */
@FunctionalInterface
public interface Regressor {

  /** The number predicted for one row of features. */
  double predict(double[] features);
}
