// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.estimator.Oogan;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.figure.HeatMap;
import org.disentangle.figure.MetricFigures;
import org.disentangle.file.Place;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.OoganModel;
import org.disentangle.stage.ExactColumn;
import org.disentangle.train.TrainingListener;

/**
 * OOGAN with and without each of its parts (Liu et al. 2020, ablation): how well Q keeps codes
 * apart, and how well codes keep factors apart.
 *
 * @param estimator the whole system
 * @param out folder for models and pictures
 */
public record OoganAblation(Oogan estimator, Place out, boolean overwrite) {

  private static final int GENERATED = 5_000;

  /** The whole, without each part, and without all of them, by name. */
  private static final Map<String, UnaryOperator<Oogan>> VARIANTS = new LinkedHashMap<>();

  static {
    VARIANTS.put("full", oogan -> oogan);
    VARIANTS.put("without-one-hot", oogan -> oogan.setOneHot(false));
    VARIANTS.put("without-orthogonal", oogan -> oogan.setGrouped(false));
    VARIANTS.put("without-compete-free", oogan -> oogan.setCompeteFree(false));
    VARIANTS.put(
        "without-any", oogan -> oogan.setOneHot(false).setGrouped(false).setCompeteFree(false));
  }

  /**
   * Of one variant.
   *
   * @param offDiagonal mean absolute correlation of Q's codes with the other codes that images were
   *     generated from
   * @param diagonal mean absolute correlation with the same code
   * @param amongReal mean absolute correlation of Q's codes of real images with one another
   * @param factorVae FactorVAE score on the labelled images
   */
  public record Result(
      String variant,
      long seed,
      double offDiagonal,
      double diagonal,
      double amongReal,
      @JsonProperty("factor_vae") double factorVae) {}

  /** Names of the variants, in the order of the table. */
  public static List<String> variants() {
    return List.copyOf(VARIANTS.keySet());
  }

  /**
   * Trains a variant, and saves its model, losses, traversal and correlations.
   *
   * @param images with columns of factors
   */
  public Result run(String variant, Dataset<Row> images, long seed, TrainingListener listener)
      throws IOException {
    Oogan changed = VARIANTS.get(variant).apply(estimator.copy(ParamMap.empty())).setSeed(seed);
    OoganModel model = changed.addListener(listener).fit(images);
    String name = variant + "-" + seed;
    new ExperimentFolder(out, overwrite).write(model, changed, name, seed);
    double[][] correlation = givenAndRead(model, images.sparkSession().range(GENERATED).toDF());
    draw(correlation, variant, out.child("correlation-" + name + ".png"));
    Dataset<Row> encoded =
        model.setAppendGenerated(false).transform(images).drop(model.getImageCol()).cache();
    Matrix real = correlation(encoded, model.getCodesCol());
    double score = new FactorVaeEvaluator().setSeed(seed).evaluate(encoded);
    encoded.unpersist();
    return new Result(
        variant,
        seed,
        mean(correlation, false),
        mean(correlation, true),
        mean(block(real, 0, 0, real.numRows()), false),
        score);
  }

  /** Correlation of every code that images were made from, and every code that Q reads: [c][q]. */
  private static double[][] givenAndRead(OoganModel model, Dataset<Row> ids) {
    String given = "given";
    Dataset<Row> generated =
        model
            .transform(CodeSampler.of(model).transform(ids))
            .withColumnRenamed(model.getCodesCol(), given)
            .drop(model.getNoiseCol());
    OoganModel reader = model.copy(ParamMap.empty()).setImageCol(model.getGeneratedCol());
    Dataset<Row> read = reader.setAppendGenerated(false).transform(generated);
    Dataset<Row> both =
        read.select(
            functions
                .concat(ExactColumn.named(given), ExactColumn.named(reader.getCodesCol()))
                .as("both"));
    return block(correlation(both, "both"), 0, model.numCodes(), model.numCodes());
  }

  private static Matrix correlation(Dataset<Row> rows, String column) {
    Dataset<Row> vectors =
        rows.select(
            org.apache
                .spark
                .ml
                .functions
                .array_to_vector(ExactColumn.named(column).cast("array<double>"))
                .as("v"));
    return Correlation.corr(vectors, "v").head().getAs(0);
  }

  private static double[][] block(Matrix matrix, int row, int column, int size) {
    double[][] block = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double value = matrix.apply(row + i, column + j);
        block[i][j] = Double.isNaN(value) ? 0 : value;
      }
    }
    return block;
  }

  /** Of the absolute values, on or off the diagonal. */
  private static double mean(double[][] matrix, boolean diagonal) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        sum += (i == j) == diagonal ? Math.abs(matrix[i][j]) : 0;
      }
    }
    return sum / (diagonal ? matrix.length : matrix.length * (matrix.length - 1));
  }

  private void draw(double[][] correlation, String variant, Place file) throws IOException {
    List<String> codes = MetricFigures.codeNames(correlation.length);
    new HeatMap(correlation, codes, codes)
        .withTitle("Codes given and codes read, " + variant)
        .withAxisTitles("given", "read by Q")
        .withValueTitle("correlation")
        .withRange(-1, 1)
        .write(file, overwrite);
  }
}
