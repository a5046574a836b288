// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.CodeColumns;

/**
 * The latents of one model on the rows that all models share, standardised; masked and constant
 * ones are all zeros.
 *
 * @param columns [latent][row]
 * @param informative which latents are not masked
 */
record ModelLatents(double[][] columns, boolean[] informative) {

  /** Constant latents are masked. */
  static ModelLatents[] ofAll(double[][][] codes) {
    return IntStream.range(0, codes.length)
        .mapToObj(
            model -> {
              double[][] raw = columnsOf(codes, model);
              boolean[] informative = new boolean[raw.length];
              for (int latent = 0; latent < raw.length; latent++) {
                informative[latent] = !CodeColumns.isConstant(raw[latent]);
              }
              return standardised(raw, informative);
            })
        .toArray(ModelLatents[]::new);
  }

  /** Latents of a small divergence are masked. */
  static ModelLatents[] ofAll(double[][][] codes, double[][] kl) {
    if (kl.length != codes.length) {
      throw InvalidInputException.of(
          "divergences",
          String.format(Locale.ROOT, "those of %d models", kl.length),
          String.format(Locale.ROOT, "those of %d, as many as have codes", codes.length));
    }
    return IntStream.range(0, codes.length)
        .mapToObj(model -> standardised(columnsOf(codes, model), informative(codes, model, kl)))
        .toArray(ModelLatents[]::new);
  }

  private static boolean[] informative(double[][][] codes, int model, double[][] kl) {
    int latents = codes[model][0].length;
    if (kl[model].length != latents || Arrays.stream(kl[model]).anyMatch(Double::isNaN)) {
      throw InvalidInputException.of(
          "divergences of model " + model,
          Arrays.toString(kl[model]),
          latents + " numbers, one a latent",
          "Leave out models that diverged or have another number of latents.");
    }
    boolean[] informative = new boolean[latents];
    for (int latent = 0; latent < latents; latent++) {
      informative[latent] = kl[model][latent] > UdrScores.MIN_KL;
    }
    return informative;
  }

  private static double[][] columnsOf(double[][][] codes, int model) {
    double[][] columns = CodeColumns.ofRows(codes[model]).columns();
    if (codes[model].length != codes[0].length) {
      throw InvalidInputException.of(
          "codes of model " + model,
          codes[model].length + " rows",
          codes[0].length + " rows, as model 0 has",
          "Encode the same rows with every model.");
    }
    return columns;
  }

  private static ModelLatents standardised(double[][] raw, boolean[] informative) {
    double[][] columns = new double[raw.length][raw[0].length];
    for (int latent = 0; latent < raw.length; latent++) {
      if (informative[latent] && !CodeColumns.isConstant(raw[latent])) {
        double mean = StatUtils.mean(raw[latent]);
        double std = Math.sqrt(StatUtils.populationVariance(raw[latent], mean));
        for (int row = 0; row < raw[latent].length; row++) {
          columns[latent][row] = (raw[latent][row] - mean) / std;
        }
      }
    }
    return new ModelLatents(columns, informative);
  }
}
