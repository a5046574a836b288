// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.procedure.CodeSampling;
import org.disentangle.net.procedure.PlainNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * OOGAN's losses straight from their formulas, on plain networks.
 *
 * @param pixels of a batch
 */
record OoganFormulas(OoganSession session, OoganNetworks networks, float[] pixels) {

  private static final double TWO_PI = 2 * Math.PI;

  private double[][] scores(double[][] images) {
    return new PlainNetwork(session.network(OoganProcedure.D)).run(OoganNetworks.REAL, images);
  }

  private double[][] generated(CodeSampling.Draw draw) {
    return new PlainNetwork(session.network(OoganProcedure.G))
        .run(OoganNetworks.IMAGE, rows(draw.latents(), networks.generator().input().size()));
  }

  private static double[][] rows(float[] values, int length) {
    double[][] rows = new double[values.length / length][length];
    for (int i = 0; i < values.length; i++) {
      rows[i / length][i % length] = values[i];
    }
    return rows;
  }

  private static double[][] noisy(double[][] images, float[] noise, int use) {
    double[][] sum = new double[images.length][images[0].length];
    for (int row = 0; row < sum.length; row++) {
      for (int i = 0; i < sum[row].length; i++) {
        double added = noise == null ? 0 : noise[(use * sum.length + row) * sum[row].length + i];
        sum[row][i] = images[row][i] + added;
      }
    }
    return sum;
  }

  double discriminator(CodeSampling.Draw draw, float[] noise) {
    double[][] real = rows(pixels, networks.imageShape().size());
    double sum = 0;
    for (double[] score : scores(noisy(real, noise, 0))) {
      sum += Math.max(0, 1 - score[0]);
    }
    for (double[] score : scores(noisy(generated(draw), noise, 1))) {
      sum += Math.max(0, 1 + score[0]);
    }
    return sum / real.length;
  }

  double generator(CodeSampling.Draw draw, float[] noise) {
    double[][] scores = scores(noisy(generated(draw), noise, 2));
    double sum = 0;
    for (double[] score : scores) {
      sum -= score[0];
    }
    return sum / scores.length;
  }

  /** Negative log-likelihood, one-hot cross-entropy. */
  double[] information(CodeSampling.Draw draw) {
    double[][] features =
        new PlainNetwork(session.network(OoganProcedure.D))
            .run(OoganNetworks.FEATURES, generated(draw));
    PlainNetwork q = new PlainNetwork(session.network(OoganProcedure.Q));
    double[][] mean = q.run(OoganNetworks.MEAN, features);
    double[][] logVariance =
        networks.probabilistic()
            ? q.run(OoganNetworks.LOG_VARIANCE, features)
            : new double[mean.length][mean[0].length];
    double likelihood = 0;
    double crossEntropy = 0;
    int width = draw.latents().length / mean.length;
    for (int row = 0; row < mean.length; row++) {
      double all = 0;
      for (int code = 0; code < mean[row].length; code++) {
        double c = draw.latents()[row * width + code];
        double deviation = Math.exp(logVariance[row][code] / 2);
        double z = (c - mean[row][code]) / deviation;
        likelihood += Math.log(Math.exp(-z * z / 2) / (deviation * Math.sqrt(TWO_PI)));
        all += Math.exp(mean[row][code]);
      }
      if (draw.index() != null) {
        crossEntropy -= Math.log(Math.exp(mean[row][draw.index()[row]]) / all);
      }
    }
    return new double[] {-likelihood / mean.length, crossEntropy / mean.length};
  }

  /** Mean squared cosine between different kernels, summed over Q's first two layers. */
  double orthogonal() {
    double sum = 0;
    for (LayerSpec layer : networks.codes().trunk()) {
      INDArray weight =
          session.network(OoganProcedure.Q).graph().getLayer(layer.name()).getParam("W");
      double[] w = weight.dup('c').data().asDouble();
      int filters = (int) weight.size(0);
      int length = w.length / filters;
      double squares = 0;
      for (int i = 0; i < filters; i++) {
        for (int j = 0; j < i; j++) {
          double dot = 0;
          double a = 0;
          double b = 0;
          for (int at = 0; at < length; at++) {
            dot += w[i * length + at] * w[j * length + at];
            a += w[i * length + at] * w[i * length + at];
            b += w[j * length + at] * w[j * length + at];
          }
          squares += dot * dot / (a * b);
        }
      }
      sum += squares / (filters * (filters - 1) / 2.0);
    }
    return sum;
  }
}
