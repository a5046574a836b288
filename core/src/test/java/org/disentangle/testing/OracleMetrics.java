// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which test runs the reference values of which metrics. */
final class OracleMetrics {

  static final Map<String, List<String>> BY_TEST =
      Map.ofEntries(
          Map.entry(
              "core/src/test/java/org/disentangle/metric/FactorVaeScoreOracleTest",
              List.of("factor_vae_fixed", "factor_vae_infogancr", "factor_vae_sampled")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/BetaVaeScoreOracleTest",
              List.of("beta_vae_fixed", "beta_vae_sampled")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/information/InformationOracleTest",
              List.of(
                  "mi_matrix",
                  "factor_entropy",
                  "mig",
                  "mig_sup",
                  "dcimig",
                  "jemmig_norm",
                  "modularity")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/intervention/IrsOracleTest",
              List.of("irs")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/independence/IndependenceOracleTest",
              List.of(
                  "gaussian_total_correlation",
                  "gaussian_wasserstein_correlation",
                  "gaussian_wasserstein_correlation_norm",
                  "mutual_info_score",
                  "dhsic")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/predictability/SapContinuousOracleTest",
              List.of("sap_continuous")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/predictability/PredictabilityOracleTest",
              List.of("sap_discrete", "sap_mixed_infogancr", "explicitness_ovr")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/dci/DciOracleTest",
              List.of(
                  "dci_aggregate_L", "dci_aggregate_EW", "dci_from_mi", "dci_lasso", "dci_gbt")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/dci/DciForestOracleTest",
              List.of("dci_rf_regressor", "dci_rf_classifier")),
          Map.entry(
              "core/src/test/java/org/disentangle/metric/selection/SelectionOracleTest",
              List.of("udr", "model_centrality_matrix", "model_centrality_full")),
          Map.entry(
              "evaluators/src/test/java/org/disentangle/evaluator/ExplicitnessOracleTest",
              List.of("explicitness")),
          Map.entry(
              "evaluators/src/test/java/org/disentangle/evaluator/BetaVaeOracleTest",
              List.of("beta_vae_fixed", "beta_vae_sampled", "beta_vae_infogancr")));

  private OracleMetrics() {}

  static Set<String> all() {
    Set<String> metrics = new TreeSet<>();
    BY_TEST.values().forEach(metrics::addAll);
    return metrics;
  }
}
