// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.disentangle.net.vae.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.vae.VaeNetworks.MEAN;
import static org.disentangle.net.vae.VaeStepTest.CODES;
import static org.disentangle.net.vae.VaeStepTest.ROWS;

import java.util.Arrays;
import org.disentangle.net.Pass;
import org.disentangle.net.procedure.TcDiscriminator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The losses of the autoencoders straight from the papers' formulas, with probabilities instead of
 * logarithms.
 *
 * @param pixels of a batch
 * @param noise a standard Gaussian a code and image
 */
record VaeFormulas(float[] pixels, float[] noise) {

  /** Codes, [image x code]. */
  double[] codes(double[] mean, double[] logVariance) {
    double[] z = new double[mean.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = mean[i] + noise[i] * Math.exp(logVariance[i] / 2);
    }
    return z;
  }

  /**
   * Reconstruction, divergence, and what an objective has besides: total correlation; or squared
   * covariances off the diagonal, and distances from 1 on it; or, for the divergence, its parts.
   */
  double[] parts(VaeObjective objective, VaeSession session, Pass encoder, Pass decoder) {
    encoder.forward(
        Nd4j.createFromArray(pixels).castTo(DataType.DOUBLE).reshape(ROWS, 1, 8, 8), true);
    double[] mean = values(encoder.head(MEAN));
    double[] logVariance = values(encoder.head(LOG_VARIANCE));
    INDArray z = Nd4j.createFromArray(codes(mean, logVariance)).reshape(ROWS, CODES);
    decoder.forward(z, true);
    double[] logits = values(decoder.head(LOGITS));
    double reconstruction = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = 1 / (1 + Math.exp(-logits[i]));
      reconstruction -= pixels[i] * Math.log(p) + (1.0 - pixels[i]) * Math.log(1 - p);
    }
    double divergence = 0;
    for (int i = 0; i < mean.length; i++) {
      divergence += 0.5 * (mean[i] * mean[i] + Math.exp(logVariance[i]) - logVariance[i] - 1);
    }
    if (objective instanceof VaeObjective.Decomposed decomposed) {
      double[] parts = decomposed(mean, logVariance, decomposed.dataSize());
      return new double[] {reconstruction / ROWS, parts[0], parts[1], parts[2]};
    }
    if (objective instanceof VaeObjective.InferredPrior prior) {
      double[] penalty = covariance(mean, logVariance, prior.ofCodes());
      return new double[] {reconstruction / ROWS, divergence / ROWS, penalty[0], penalty[1]};
    }
    double correlation = 0;
    if (session.network(TcDiscriminator.NAME) != null) {
      Pass tcDiscriminator = session.network(TcDiscriminator.NAME).newPass();
      tcDiscriminator.forward(z, true);
      double[] l = values(tcDiscriminator.head(LOGITS));
      for (int i = 0; i < l.length; i += 2) {
        correlation += l[i] - l[i + 1];
      }
    }
    return new double[] {reconstruction / ROWS, divergence / ROWS, correlation / ROWS};
  }

  /** Information, total correlation and code-wise divergence, with weights as in a matrix. */
  private double[] decomposed(double[] mean, double[] logVariance, long dataSize) {
    double[] z = codes(mean, logVariance);
    double[][] weights = new double[ROWS][ROWS];
    double strata = (dataSize - (ROWS - 1.0)) / (dataSize * (ROWS - 1.0));
    for (int i = 0; i < ROWS; i++) {
      Arrays.fill(weights[i], 1.0 / (ROWS - 1));
      weights[i][i] = 1.0 / dataSize;
      weights[i][(i + 1) % ROWS] = strata;
    }
    double[] parts = new double[3];
    for (int i = 0; i < ROWS; i++) {
      double joint = 0;
      double[] each = new double[CODES];
      double own = 1;
      double prior = 1;
      for (int j = 0; j < ROWS; j++) {
        double product = 1;
        for (int d = 0; d < CODES; d++) {
          double density =
              normal(z[i * CODES + d], mean[j * CODES + d], logVariance[j * CODES + d]);
          product *= density;
          each[d] += weights[i][j] * density;
        }
        joint += weights[i][j] * product;
        own = j == i ? product : own;
      }
      for (int d = 0; d < CODES; d++) {
        prior *= normal(z[i * CODES + d], 0, 0);
      }
      double product = each[0] * each[1] * each[2];
      parts[0] += Math.log(own / joint) / ROWS;
      parts[1] += Math.log(joint / product) / ROWS;
      parts[2] += Math.log(product / prior) / ROWS;
    }
    return parts;
  }

  /** From E[ab] - E[a]E[b], for every pair of codes. */
  static double[] covariance(double[] mean, double[] logVariance, boolean ofCodes) {
    double[] penalty = new double[2];
    for (int i = 0; i < CODES; i++) {
      for (int j = 0; j < CODES; j++) {
        double product = 0;
        double first = 0;
        double second = 0;
        double variance = 0;
        for (int row = 0; row < ROWS; row++) {
          product += mean[row * CODES + i] * mean[row * CODES + j] / ROWS;
          first += mean[row * CODES + i] / ROWS;
          second += mean[row * CODES + j] / ROWS;
          variance += Math.exp(logVariance[row * CODES + i]) / ROWS;
        }
        double covariance = product - first * second + (ofCodes && i == j ? variance : 0);
        penalty[i == j ? 1 : 0] += Math.pow(covariance - (i == j ? 1 : 0), 2);
      }
    }
    return penalty;
  }

  private static double normal(double z, double mean, double logVariance) {
    double variance = Math.exp(logVariance);
    return Math.exp(-(z - mean) * (z - mean) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  }

  static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  static double total(VaeObjective objective, double[] parts) {
    if (objective instanceof VaeObjective.Beta beta) {
      return parts[0] + beta.beta() * parts[1];
    }
    if (objective instanceof VaeObjective.InferredPrior prior) {
      return parts[0] + parts[1] + prior.offDiagonal() * parts[2] + prior.diagonal() * parts[3];
    }
    if (objective instanceof VaeObjective.Decomposed weights) {
      return parts[0]
          + weights.information() * parts[1]
          + weights.totalCorrelation() * parts[2]
          + weights.codewise() * parts[3];
    }
    return objective instanceof VaeObjective.Capacity capacity
        ? parts[0] + capacity.gamma() * Math.abs(parts[1] - capacity.at(0))
        : parts[0]
            + parts[1]
            + ((VaeObjective.PenalisedTotalCorrelation) objective).gamma() * parts[2];
  }
}
