// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import java.util.Map;
import org.disentangle.evaluator.DisentanglementEvaluator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settings of metrics; their defaults are those that reference implementations use. */
public final class MetricOptions {

  /** Where refusals of the evaluator name its Params. */
  public static final OptionNames NAMES =
      new OptionNames(
          Map.of(
              "bins", "--bins",
              "factorBins", "--factor-bins",
              "dhsicRows", "--dhsic-rows",
              "irsQuantile", "--irs-quantile",
              "numVotes", "--votes",
              "votesSampleSize", "--vote-rows",
              "minCodeStd", "--min-code-std",
              "posteriorStd", "--posterior-std",
              "discreteFactorCols", "--discrete-factors",
              "factorCols", "--factors"));

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of all random draws. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @ForMetrics({
    "mig",
    "mig_sup",
    "dcimig",
    "jemmig_norm",
    "modularity",
    "dci_from_mi",
    "mutual_info_score"
  })
  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Intervals a code is divided into for mutual information. Default: ${DEFAULT-VALUE}.")
  private int bins;

  @Mixin private FactorBinsOption factorBins;

  @ForMetrics({"dhsic"})
  @Option(
      names = "--dhsic-rows",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Rows that dhsic sees, the first of the table. Default: ${DEFAULT-VALUE}.")
  private int dhsicRows;

  @ForMetrics({"irs"})
  @Option(
      names = "--irs-quantile",
      paramLabel = "Q",
      defaultValue = "0.99",
      description = "Quantile of the deviations in irs. Default: ${DEFAULT-VALUE}.")
  private double irsQuantile;

  @ForMetrics({"factor_vae", "factor_vae_revised", "factor_vae_sampled"})
  @Option(
      names = "--votes",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Votes of the FactorVAE scores. Default: ${DEFAULT-VALUE}.")
  private int votes;

  @ForMetrics({"factor_vae", "factor_vae_revised", "factor_vae_sampled"})
  @Option(
      names = "--vote-rows",
      paramLabel = "N",
      defaultValue = "64",
      description = "Rows compared in one vote. Default: ${DEFAULT-VALUE}.")
  private int voteRows;

  @ForMetrics({"factor_vae", "factor_vae_revised", "factor_vae_sampled"})
  @Option(
      names = "--min-code-std",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "Codes with a smaller standard deviation never vote. Default: ${DEFAULT-VALUE}.")
  private double minCodeStd;

  @ForMetrics({"total_correlation"})
  @Option(
      names = "--posterior-std",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Standard deviation of a code given its image, for total_correlation. Default: ${DEFAULT-VALUE}.")
  private double posteriorStd;

  @ForMetrics({"sap_mixed_infogancr"})
  @Option(
      names = "--discrete-factors",
      paramLabel = "NAME",
      split = ",",
      description = "Factors that are classes, for sap_mixed_infogancr. Default: the first factor.")
  private List<String> discreteFactors = List.of();

  public DisentanglementEvaluator evaluator() {
    DisentanglementEvaluator evaluator =
        new DisentanglementEvaluator("disentangle metrics")
            .setSeed(seed)
            .setBins(bins)
            .setFactorBins(factorBins.bins())
            .setDhsicRows(dhsicRows)
            .setIrsQuantile(irsQuantile)
            .setNumVotes(votes)
            .setVotesSampleSize(voteRows)
            .setMinCodeStd(minCodeStd)
            .setPosteriorStd(posteriorStd);
    return discreteFactors.isEmpty()
        ? evaluator
        : evaluator.setDiscreteFactorCols(discreteFactors.toArray(String[]::new));
  }
}
