// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.independence.Dhsic;
import org.disentangle.metric.independence.GaussianCorrelation;
import org.disentangle.metric.independence.MutualInformationScore;
import org.disentangle.metric.independence.PosteriorCodes;
import org.disentangle.metric.independence.TotalCorrelation;

/** The metrics of how independent codes are of each other; they need no factors. */
public final class IndependenceMetrics {

  /** Rows that "dhsic" compares by default. */
  public static final int DEFAULT_DHSIC_ROWS = 2_000;

  /** Standard deviation of a code given its image in InfoGAN and InfoGAN-CR. */
  public static final double DEFAULT_POSTERIOR_STD = 1;

  private static final int SAMPLED_ROWS = 10_000;
  private static final int BATCH_SIZE = 256;

  private IndependenceMetrics() {}

  /**
   * @param bins intervals a code is divided into for its mutual information with others
   * @param dhsicRows rows that "dhsic" sees, the first of the table
   * @param posteriorStd standard deviation of a code given its image, for "total_correlation",
   *     which sees 10,000 rows at most in batches of 256
   */
  public static List<MetricGroup> groups(int bins, int dhsicRows, double posteriorStd) {
    return List.of(
        MetricGroup.ofCodes(
            input -> gaussian(CodeColumns.of(input.table())),
            Metric.smaller(
                "gaussian_total_correlation", "total correlation of codes as if Gaussian"),
            Metric.smaller(
                "gaussian_wasserstein_correlation", "Wasserstein distance to independent codes"),
            Metric.smaller("gaussian_wasserstein_correlation_norm", "the same by their variance")),
        MetricGroup.ofCodes(
            input ->
                Scores.of(
                    "mutual_info_score", mutualInformation(CodeColumns.of(input.table()), bins)),
            Metric.smaller("mutual_info_score", "mean mutual information of two varying codes")),
        MetricGroup.ofCodes(
            input ->
                Scores.of(
                    "dhsic", Dhsic.score(CodeColumns.of(first(input.table(), dhsicRows))).score()),
            Metric.smaller("dhsic", "joint dependence of codes by kernels")),
        MetricGroup.ofCodes(
            input -> totalCorrelation(input, posteriorStd),
            Metric.smaller("total_correlation", "total correlation by minibatch sampling")));
  }

  private static Scores gaussian(CodeColumns codes) {
    GaussianCorrelation.Result result = GaussianCorrelation.score(codes);
    return Scores.of(
        Map.of(
            "gaussian_total_correlation", result.totalCorrelation(),
            "gaussian_wasserstein_correlation", result.wasserstein(),
            "gaussian_wasserstein_correlation_norm", result.wassersteinNorm()));
  }

  private static Scores totalCorrelation(MetricInput input, double posteriorStd) {
    LabelledCodes sample = input.sample(SAMPLED_ROWS);
    double[][] means =
        IntStream.range(0, sample.rows()).mapToObj(sample::codesOf).toArray(double[][]::new);
    TotalCorrelation.Settings settings =
        new TotalCorrelation.Settings(
            input.table().rows(), Math.min(BATCH_SIZE, sample.rows()), input.seed());
    return Scores.of(
        "total_correlation",
        TotalCorrelation.score(PosteriorCodes.of(means, posteriorStd), settings).score());
  }

  /** Constant codes inform of nothing and do not count. */
  private static double mutualInformation(CodeColumns codes, int bins) {
    double[][] varying = codes.varying();
    return varying.length < 2
        ? 0
        : MutualInformationScore.score(new CodeColumns(varying), bins).score();
  }

  private static LabelledCodes first(LabelledCodes table, int rows) {
    return table.rows() <= rows ? table : table.slice(0, rows);
  }
}
