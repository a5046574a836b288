// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.Arrays;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.procedure.GaussianCodes;
import org.disentangle.net.procedure.Losses;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Negative log-likelihood of codes under what Q says of the images made from them (Chen et al.
 * 2016, equation 5, with the entropy of the codes left out): softmax cross-entropy of categorical
 * codes, a Gaussian density of continuous ones. Means over the batch of sums over codes.
 *
 * <p>Q gives one logit a category, then one mean a continuous code, then what {@link QVariance}
 * says.
 *
 * @param deviationFloor least standard deviation of a continuous code where these are learned, at
 *     least 0
 */
record CodeLosses(LatentSpace latent, QVariance variance, double deviationFloor) {

  /** Learned deviations may become as small as they like. */
  CodeLosses(LatentSpace latent, QVariance variance) {
    this(latent, variance, 0);
  }

  /** Logarithm of a thousandth of a code's range: a deviation below has collapsed. */
  static final double COLLAPSED = Math.log((LatentSpace.HIGH - (double) LatentSpace.LOW) / 1000);

  /**
   * Before weighting, with the weighted gradient by Q's outputs.
   *
   * @param categorical 0 without categorical codes
   * @param continuous 0 without continuous codes
   * @param logDeviation logarithm of the least standard deviation of a continuous code given those
   *     before it, in the whole batch; falls without end as a covariance becomes singular
   */
  record CodeLoss(double categorical, double continuous, double logDeviation, INDArray gradient) {

    double value() {
      return categorical + continuous;
    }
  }

  /**
   * @param output of Q; what follows the outputs this variance needs has no part in the loss
   * @param latents the latent vectors the images were made from
   * @param lambdaCategorical weight of categorical codes
   * @param lambda weight of continuous codes
   */
  CodeLoss of(INDArray output, float[] latents, double lambdaCategorical, double lambda) {
    int rows = (int) output.size(0);
    int width = (int) output.size(1);
    int size = latents.length / rows;
    double[] q = output.dup('c').data().asDouble();
    double categorical = 0;
    double continuous = 0;
    double logDeviation = Double.POSITIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      int at = row * width;
      int code = row * size;
      for (int count : latent.categories()) {
        categorical +=
            Losses.crossEntropy(q, at, count, (int) latents[code++], lambdaCategorical / rows);
        at += count;
      }
      logDeviation = Math.min(logDeviation, logDeviation(q, at));
      continuous += density(q, at, latents, code, lambda / rows);
      int used = at + latent.numContinuous() + variance.outputs(latent.numContinuous());
      Arrays.fill(q, used, (row + 1) * width, 0);
    }
    return new CodeLoss(
        categorical / rows, continuous / rows, logDeviation, Losses.like(output, q));
  }

  private double density(double[] q, int at, float[] latents, int code, double weight) {
    int codes = latent.numContinuous();
    return switch (variance) {
      case UNIT -> unit(q, at, latents, code, codes, weight);
      case LEARNED ->
          deviationFloor > 0
              ? floored(q, at, latents, code, codes, weight)
              : learned(q, at, latents, code, codes, weight);
      case FULL -> full(q, at, latents, code, codes, weight);
    };
  }

  private double logDeviation(double[] q, int at) {
    int codes = latent.numContinuous();
    double least = codes == 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < codes; i++) {
      double logDeviation = variance.logDeviation(q, at + codes, i);
      least =
          Math.min(
              least,
              variance == QVariance.LEARNED && deviationFloor > 0
                  ? Math.log(variance(logDeviation)) / 2
                  : logDeviation);
    }
    return least;
  }

  private static double unit(
      double[] q, int at, float[] latents, int code, int codes, double weight) {
    double sum = 0;
    for (int j = 0; j < codes; j++) {
      double difference = q[at + j] - latents[code + j];
      sum += difference * difference / 2 + GaussianCodes.LEAST;
      q[at + j] = difference * weight;
    }
    return sum;
  }

  private static double learned(
      double[] q, int at, float[] latents, int code, int codes, double weight) {
    double sum = 0;
    for (int j = 0; j < codes; j++) {
      int spread = at + codes + j;
      double deviation = Math.exp(q[spread]);
      double scaled = (q[at + j] - latents[code + j]) / deviation;
      sum += scaled * scaled / 2 + q[spread] + GaussianCodes.LEAST;
      q[at + j] = scaled / deviation * weight;
      q[spread] = (1 - scaled * scaled) * weight;
    }
    return sum;
  }

  /**
   * Of a code, from the logarithm of the deviation that Q gives: no less than the floor's square.
   */
  private double variance(double logDeviation) {
    return deviationFloor * deviationFloor + Math.exp(2 * logDeviation);
  }

  private double floored(double[] q, int at, float[] latents, int code, int codes, double weight) {
    double sum = 0;
    for (int j = 0; j < codes; j++) {
      int spread = at + codes + j;
      double difference = q[at + j] - latents[code + j];
      double variance = variance(q[spread]);
      double squared = difference * difference / variance;
      sum += (squared + Math.log(variance)) / 2 + GaussianCodes.LEAST;
      q[at + j] = difference / variance * weight;
      q[spread] = (1 - squared) * Math.exp(2 * q[spread]) / variance * weight;
    }
    return sum;
  }

  /**
   * With d = mean - code and (I + A) y = d: |y|^2 / 2 + log |det (I + A)|. Its gradient by the mean
   * is g with (I + A)^T g = y; by A it is -g y^T, plus the inverse of each diagonal entry of I + A.
   */
  private static double full(
      double[] q, int at, float[] latents, int code, int codes, double weight) {
    double[] y = new double[codes];
    double sum = codes * GaussianCodes.LEAST;
    int entry = at + codes;
    for (int i = 0; i < codes; i++) {
      double rest = q[at + i] - latents[code + i];
      for (int j = 0; j < i; j++) {
        rest -= q[entry + j] * y[j];
      }
      double diagonal = 1 + q[entry + i];
      y[i] = rest / diagonal;
      sum += y[i] * y[i] / 2 + Math.log(Math.abs(diagonal));
      entry += i + 1;
    }
    for (int i = codes - 1; i >= 0; i--) {
      entry -= i + 1;
      double rest = y[i];
      for (int k = i + 1, row = entry + i + 1; k < codes; row += k + 1, k++) {
        rest -= q[row + i] * q[at + k];
      }
      q[at + i] = rest / (1 + q[entry + i]);
    }
    for (int i = 0; i < codes; i++) {
      double diagonal = 1 + q[entry + i];
      for (int j = 0; j <= i; j++) {
        q[entry + j] = -q[at + i] * y[j] * weight;
      }
      q[entry + i] += weight / diagonal;
      q[at + i] *= weight;
      entry += i + 1;
    }
    return sum;
  }

  /** Of the categorical codes, in nats: what their mutual information with images cannot exceed. */
  double categoricalEntropy() {
    return latent.categories().stream().mapToDouble(Math::log).sum();
  }

  /** Of the continuous codes, uniform on [-1, 1], in nats. */
  double continuousEntropy() {
    return latent.numContinuous() * Math.log(LatentSpace.HIGH - (double) LatentSpace.LOW);
  }
}
