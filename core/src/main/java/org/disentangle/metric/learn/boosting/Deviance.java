// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn.boosting;

/**
 * The loss of boosted classification: negative log likelihood of the labels. Three and more classes
 * have one raw prediction each, of which the softmax is the probability; two classes have a single
 * one, of which the logistic function is the probability of class 1.
 */
final class Deviance {

  /** Priors are kept this far from 0 and 1; the distance of 1 to the next single precision. */
  private static final double MARGIN = Math.ulp(1f);

  /** Rows whose residuals are computed in one go; small enough for the cache. */
  static final int BLOCK = 256;

  private Deviance() {}

  /** Raw predictions that give every row the shares of the classes among the labels. */
  static double[] start(int[] labels, int numClasses) {
    double[] shares = new double[numClasses];
    for (int label : labels) {
      shares[label]++;
    }
    for (int label = 0; label < numClasses; label++) {
      double share = shares[label] / labels.length;
      shares[label] = Math.min(1 - MARGIN, Math.max(MARGIN, share));
    }
    if (numClasses == 2) {
      return new double[] {Math.log(shares[1] / (1 - shares[1]))};
    }
    for (int label = 0; label < numClasses; label++) {
      shares[label] = Math.log(shares[label]);
    }
    return shares;
  }

  /** The probabilities of the classes. */
  static double[] probabilities(double[] raw) {
    if (raw.length == 1) {
      double second = 1 / (1 + Math.exp(-raw[0]));
      return new double[] {1 - second, second};
    }
    double largest = raw[0];
    for (double one : raw) {
      largest = Math.max(largest, one);
    }
    double[] probabilities = new double[raw.length];
    double sum = 0;
    for (int label = 0; label < raw.length; label++) {
      probabilities[label] = Math.exp(raw[label] - largest);
      sum += probabilities[label];
    }
    for (int label = 0; label < raw.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }

  /**
   * Residuals of a block of rows: 1 for the row's class and 0 for others, minus the probability.
   *
   * @param raw raw predictions, [output][row]
   * @param residuals written, [output][row]
   */
  static void residuals(double[][] raw, int[] labels, double[][] residuals, int block) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, labels.length);
    if (raw.length == 1) {
      for (int row = from; row < to; row++) {
        residuals[0][row] = labels[row] - 1 / (1 + Math.exp(-raw[0][row]));
      }
      return;
    }
    double[] largest = new double[BLOCK];
    System.arraycopy(raw[0], from, largest, 0, to - from);
    for (double[] column : raw) {
      for (int row = from; row < to; row++) {
        largest[row - from] = Math.max(largest[row - from], column[row]);
      }
    }
    double[] sum = new double[BLOCK];
    for (int output = 0; output < raw.length; output++) {
      for (int row = from; row < to; row++) {
        double share = Math.exp(raw[output][row] - largest[row - from]);
        residuals[output][row] = share;
        sum[row - from] += share;
      }
    }
    for (int output = 0; output < raw.length; output++) {
      for (int row = from; row < to; row++) {
        double probability = residuals[output][row] / sum[row - from];
        residuals[output][row] = (labels[row] == output ? 1 : 0) - probability;
      }
    }
  }
}
