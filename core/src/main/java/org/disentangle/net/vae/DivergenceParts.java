// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import java.util.Arrays;
import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The divergence of a batch of codes taken apart (Chen et al. 2018, "Isolating Sources of
 * Disentanglement", equation 2), estimated by minibatch stratified sampling (its appendix C): how
 * much codes carry about the image, their total correlation, and how far each code is from the
 * prior; in nats, means over the batch.
 *
 * @param toCodes gradient of the weighted sum by the codes alone
 * @param toMean the same by the means alone
 * @param toLogVariance the same by the logarithms of the variances alone
 */
record DivergenceParts(
    double information,
    double totalCorrelation,
    double codewise,
    INDArray toCodes,
    INDArray toMean,
    INDArray toLogVariance) {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** Sum of the parts: an estimate of the divergence. */
  double value() {
    return information + totalCorrelation + codewise;
  }

  /**
   * Estimates the parts, and differentiates their weighted sum.
   *
   * @param z codes drawn from the Gaussians, [image][code]; at least two images
   */
  static DivergenceParts of(
      INDArray z, INDArray mean, INDArray logVariance, VaeObjective.Decomposed objective) {
    Batch batch =
        new Batch(
            (int) z.size(0),
            (int) z.size(1),
            z.dup('c').data().asDouble(),
            mean.dup('c').data().asDouble(),
            logVariance.dup('c').data().asDouble());
    double[] toCodes = new double[batch.z.length];
    double[] toMean = new double[batch.z.length];
    double[] toLogVariance = new double[batch.z.length];
    double[] sums = new double[4];
    for (int i = 0; i < batch.rows; i++) {
      batch.addRow(i, objective, sums, toCodes, toMean, toLogVariance);
    }
    double own = sums[0] / batch.rows;
    double joint = sums[1] / batch.rows;
    double product = sums[2] / batch.rows;
    double prior = sums[3] / batch.rows;
    return new DivergenceParts(
        own - joint,
        joint - product,
        product - prior,
        Losses.like(z, toCodes),
        Losses.like(mean, toMean),
        Losses.like(logVariance, toLogVariance));
  }

  private record Batch(int rows, int codes, double[] z, double[] mean, double[] logVariance) {

    /** Adds log q(z|x), log q(z), log prod q(z_d) and log p(z) of image i, and their gradients. */
    void addRow(
        int i,
        VaeObjective.Decomposed objective,
        double[] sums,
        double[] toCodes,
        double[] toMean,
        double[] toLogVariance) {
      double[] joint = new double[rows];
      double[][] each = new double[codes][rows];
      for (int j = 0; j < rows; j++) {
        double weight = logWeight(i, j, objective.dataSize());
        joint[j] = weight;
        for (int d = 0; d < codes; d++) {
          double density = logDensity(i, j, d);
          joint[j] += density;
          each[d][j] = weight + density;
        }
      }
      sums[0] += joint[i] - logWeight(i, i, objective.dataSize());
      sums[1] += softmax(joint);
      for (int d = 0; d < codes; d++) {
        sums[2] += softmax(each[d]);
        double code = z[i * codes + d];
        sums[3] -= (LOG_TWO_PI + code * code) / 2;
        toCodes[i * codes + d] += objective.codewise() * code / rows;
      }
      double jointFactor = objective.totalCorrelation() - objective.information();
      double eachFactor = objective.codewise() - objective.totalCorrelation();
      for (int j = 0; j < rows; j++) {
        double own = j == i ? objective.information() : 0;
        for (int d = 0; d < codes; d++) {
          double factor = (own + jointFactor * joint[j] + eachFactor * each[d][j]) / rows;
          int at = j * codes + d;
          double precision = Math.exp(-logVariance[at]);
          double distance = z[i * codes + d] - mean[at];
          toCodes[i * codes + d] -= factor * distance * precision;
          toMean[at] += factor * distance * precision;
          toLogVariance[at] += factor * (distance * distance * precision - 1) / 2;
        }
      }
    }

    /** log q(z_id | x_j). */
    private double logDensity(int i, int j, int d) {
      int at = j * codes + d;
      double distance = z[i * codes + d] - mean[at];
      return -(LOG_TWO_PI + logVariance[at] + distance * distance * Math.exp(-logVariance[at])) / 2;
    }

    /**
     * Stratified weights as the authors' code has them: 1/N for the image itself, (N - M)/(N M) for
     * the next one, 1/M for the others, M being one less than the images of the batch.
     */
    private double logWeight(int i, int j, long dataSize) {
      double others = rows - 1;
      if (j == i) {
        return -Math.log(dataSize);
      }
      return j == (i + 1) % rows
          ? Math.log((dataSize - others) / (dataSize * others))
          : -Math.log(others);
    }

    /** Turns logarithms into shares and returns the logarithm of their sum. */
    private static double softmax(double[] logs) {
      double max = Arrays.stream(logs).max().orElseThrow();
      double sum = 0;
      for (int j = 0; j < logs.length; j++) {
        logs[j] = Math.exp(logs[j] - max);
        sum += logs[j];
      }
      for (int j = 0; j < logs.length; j++) {
        logs[j] /= sum;
      }
      return max + Math.log(sum);
    }
  }
}
