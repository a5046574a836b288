// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.disentangle.error.InvalidInputException;

/**
 * Unsupervised disentanglement ranking (Duan et al., "Unsupervised Model Selection for Variational
 * Disentangled Representation Learning", 2020): a model is as good as its latents match those of
 * the other models one to one.
 *
 * <p>For each ordered pair of models a matrix R of how the latents of the first ({@link Relation},
 * rows) relate to those of the second (columns). {@code P = (cx + cy) / 2}, cx being the mean over
 * columns of {@code max^2 / sum} of the column, cy the same over rows, 0/0 counting as 0. The score
 * of a model is the median over all others of P with this model as the second, the one predicted;
 * an even number of others averages the middle two. In [0, 1] for {@link Relation#SPEARMAN}.
 *
 * <p>The paper divides the sum of both by the number of rows and columns together; this is the form
 * implementations share, equal to the paper's where both models have as many latents.
 */
public final class UdrScores {

  /** Latents with a Kullback-Leibler divergence up to this are masked. */
  public static final double MIN_KL = 0.01;

  /**
   * @param relation how latents are related
   * @param filter whether masked latents are left out; otherwise they stay as zeros, which lowers
   *     the scores, and with Spearman makes a pair count 0 for its masked side
   */
  public record Settings(Relation relation, boolean filter) {

    /** Spearman's rank correlation, masked latents left out. */
    public static final Settings DEFAULT = new Settings(Relation.SPEARMAN, true);
  }

  /**
   * @param scores score of each model
   * @param pairs P, [predicting model][predicted model]; 0 on the diagonal
   * @param ranking the models from the largest score to the smallest; of equal ones the lower
   *     number first
   * @param informative which latents are not masked, [model][latent]
   */
  public record Result(double[] scores, double[][] pairs, int[] ranking, boolean[][] informative) {

    /** The best model. */
    public int selected() {
      return ranking[0];
    }
  }

  private UdrScores() {}

  /**
   * Of models without a Kullback-Leibler divergence, such as GANs: constant latents alone are
   * masked.
   *
   * @param codes [model][row][latent]; the same rows for all models
   */
  public static Result score(double[][][] codes, Settings settings) {
    return score(ModelLatents.ofAll(codes), settings);
  }

  /**
   * Of models with a Kullback-Leibler divergence from the prior for each latent; latents up to 0.01
   * are masked. A latent above it that is constant all the same is kept: nothing relates to it with
   * Lasso, and with Spearman its undefined correlations make every column, or row, of a pair count
   * 0.
   *
   * <p>A model with all latents masked scores 0.
   *
   * @param codes [model][row][latent]; the same rows for all models
   * @param kl [model][latent], in nats
   * @throws IllegalArgumentException if there are less than two models, shapes do not fit, or a
   *     number is NaN or a code infinite
   */
  public static Result score(double[][][] codes, double[][] kl, Settings settings) {
    return score(ModelLatents.ofAll(codes, kl), settings);
  }

  private static Result score(ModelLatents[] models, Settings settings) {
    if (models.length < 2) {
      throw InvalidInputException.of("models", String.valueOf(models.length), "at least 2");
    }
    double[][][] prepared =
        Arrays.stream(models)
            .parallel()
            .map(model -> settings.relation().prepare(model.columns()))
            .toArray(double[][][]::new);
    double[][] pairs =
        IntStream.range(0, models.length)
            .parallel()
            .mapToObj(
                i ->
                    IntStream.range(0, models.length)
                        .mapToDouble(j -> i == j ? 0 : pair(i, j, models, prepared, settings))
                        .toArray())
            .toArray(double[][]::new);
    double[] scores = new double[models.length];
    for (int j = 0; j < scores.length; j++) {
      int predicted = j;
      scores[j] =
          StatUtils.percentile(
              IntStream.range(0, models.length)
                  .filter(i -> i != predicted)
                  .mapToDouble(i -> pairs[i][predicted])
                  .toArray(),
              50);
    }
    return new Result(
        scores,
        pairs,
        Ranking.descending(scores),
        Arrays.stream(models).map(ModelLatents::informative).toArray(boolean[][]::new));
  }

  private static double pair(
      int i, int j, ModelLatents[] models, double[][][] prepared, Settings settings) {
    double[][] related = settings.relation().relate(prepared[i], prepared[j]);
    return settings.filter()
        ? oneToOne(kept(related, models[i].informative(), models[j].informative()))
        : oneToOne(related);
  }

  private static double[][] kept(double[][] related, boolean[] rows, boolean[] columns) {
    int[] places = IntStream.range(0, columns.length).filter(j -> columns[j]).toArray();
    return IntStream.range(0, rows.length)
        .filter(i -> rows[i])
        .mapToObj(i -> Arrays.stream(places).mapToDouble(j -> related[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** {@code (cx + cy) / 2} of a matrix; 0 if it has no rows or no columns. */
  private static double oneToOne(double[][] related) {
    int columns = related.length == 0 ? 0 : related[0].length;
    double[][] turned = new double[columns][related.length];
    for (int row = 0; row < related.length; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column][row] = related[row][column];
      }
    }
    return (meanShare(turned) + meanShare(related)) / 2;
  }

  private static double meanShare(double[][] lines) {
    return Arrays.stream(lines).mapToDouble(UdrScores::share).average().orElse(0);
  }

  /** {@code max^2 / sum}; 0 if all are 0 or one is undefined. */
  private static double share(double[] line) {
    double largest = 0;
    double sum = 0;
    for (double value : line) {
      largest = Math.max(largest, value);
      sum += value;
    }
    return sum > 0 ? largest * largest / sum : 0;
  }
}
