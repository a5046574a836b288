// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.disentangle.metric.learn.Lasso;

/** How the latents of one model relate to those of another. */
public enum Relation {
  /**
   * The absolute coefficients of a Lasso regression (penalty 0.1) of each latent of the second
   * model on all latents of the first.
   */
  LASSO {
    @Override
    double[][] prepare(double[][] latents) {
      return latents;
    }

    @Override
    double[][] relate(double[][] first, double[][] second) {
      double[][] gram = productMeans(first, first);
      double[][] related = new double[first.length][second.length];
      for (int target = 0; target < second.length; target++) {
        double[] moments = productMeans(new double[][] {second[target]}, first)[0];
        double[] weights = Lasso.fromGram(gram, moments, LASSO_PENALTY);
        for (int latent = 0; latent < first.length; latent++) {
          related[latent][target] = Math.abs(weights[latent]);
        }
      }
      return related;
    }
  },
  /** The absolute value of Spearman's rank correlation, ties having their average rank. */
  SPEARMAN {
    @Override
    double[][] prepare(double[][] latents) {
      NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
      return Arrays.stream(latents)
          .map(ranking::rank)
          .map(Relation::standardised)
          .toArray(double[][]::new);
    }

    @Override
    double[][] relate(double[][] first, double[][] second) {
      return Arrays.stream(productMeans(first, second))
          .map(row -> Arrays.stream(row).map(Math::abs).toArray())
          .toArray(double[][]::new);
    }
  };

  private static final double LASSO_PENALTY = 0.1;

  /**
   * What {@link #relate} reads of one model.
   *
   * @param latents standardised, or all zeros, [latent][row]
   */
  abstract double[][] prepare(double[][] latents);

  /**
   * At least 0, [latent of the first][latent of the second]; NaN where it is not defined.
   *
   * @param first the model that predicts, prepared
   * @param second the model that is predicted, prepared
   */
  abstract double[][] relate(double[][] first, double[][] second);

  /** With mean 0 and variance 1; NaN if constant. */
  private static double[] standardised(double[] ranks) {
    double mean = (ranks.length + 1) / 2.0;
    double std = Math.sqrt(StatUtils.populationVariance(ranks, mean));
    return Arrays.stream(ranks).map(rank -> (rank - mean) / std).toArray();
  }

  /** Mean over rows of the product of each two columns, [first][second]. */
  private static double[][] productMeans(double[][] first, double[][] second) {
    return Arrays.stream(first)
        .map(a -> Arrays.stream(second).mapToDouble(b -> productMean(a, b)).toArray())
        .toArray(double[][]::new);
  }

  private static double productMean(double[] a, double[] b) {
    double sum = 0;
    for (int row = 0; row < a.length; row++) {
      sum += a[row] * b[row];
    }
    return sum / a.length;
  }
}
