// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The total correlation of the codes that a probabilistic Q finds in the images of a batch, as
 * OOGAN's paper watches it over a training (figure 10): the divergence of the distribution of all
 * codes, the mean over the batch of Q's Gaussians, from the product of those of single codes. It is
 * estimated from one draw of each image's codes, as by minibatch sampling (Chen et al. 2018) in a
 * set that is the batch. Nothing learns from it.
 */
final class BatchCorrelation {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private BatchCorrelation() {}

  /**
   * In nats; 0 where codes are independent, and at most about the logarithm of the batch size times
   * one less than the number of codes.
   *
   * @param means of continuous codes from a column on: [image, code]
   * @param logVariance [image, code]
   * @param from first column of the means
   */
  static double of(INDArray means, INDArray logVariance, int from, RandomGenerator random) {
    int rows = (int) logVariance.size(0);
    int codes = (int) logVariance.size(1);
    int width = (int) means.size(1);
    double[] m = means.dup('c').data().asDouble();
    double[] s = logVariance.dup('c').data().asDouble();
    double sum = 0;
    double[] drawn = new double[codes];
    double[] joint = new double[rows];
    double[][] single = new double[codes][rows];
    double[] precisions = Arrays.stream(s).map(variance -> Math.exp(-variance)).toArray();
    for (int row = 0; row < rows; row++) {
      for (int code = 0; code < codes; code++) {
        double deviation = Math.exp(s[row * codes + code] / 2);
        drawn[code] = m[row * width + from + code] + deviation * random.nextGaussian();
      }
      for (int other = 0; other < rows; other++) {
        joint[other] = 0;
        for (int code = 0; code < codes; code++) {
          int at = other * codes + code;
          double difference = drawn[code] - m[other * width + from + code];
          single[code][other] =
              -(difference * difference * precisions[at] + s[at] + LOG_TWO_PI) / 2;
          joint[other] += single[code][other];
        }
      }
      sum += logMean(joint);
      for (double[] ofCode : single) {
        sum -= logMean(ofCode);
      }
    }
    return sum / rows;
  }

  /** Logarithm of the mean of the exponentials. */
  private static double logMean(double[] logarithms) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : logarithms) {
      most = Math.max(most, value);
    }
    double sum = 0;
    for (double value : logarithms) {
      sum += Math.exp(value - most);
    }
    return most + Math.log(sum / logarithms.length);
  }
}
