package org.disentangle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** No reference value is passed over: each metric that has some is one that a test runs. */
class EveryCaseIsRunTest {

  private static final Set<String> RUN =
      Set.of(
          "mi_matrix",
          "factor_entropy",
          "mig",
          "mig_sup",
          "dcimig",
          "jemmig_norm",
          "modularity",
          "dci_from_mi",
          "dci_aggregate_L",
          "dci_aggregate_EW",
          "dci_gbt",
          "dci_rf_regressor",
          "dci_rf_classifier",
          "dci_lasso",
          "irs",
          "sap_continuous",
          "sap_discrete",
          "sap_mixed_infogancr",
          "explicitness",
          "explicitness_ovr",
          "gaussian_total_correlation",
          "gaussian_wasserstein_correlation",
          "gaussian_wasserstein_correlation_norm",
          "mutual_info_score",
          "dhsic",
          "factor_vae_sampled",
          "factor_vae_fixed",
          "factor_vae_infogancr",
          "beta_vae_sampled",
          "beta_vae_fixed",
          "beta_vae_infogancr",
          "udr",
          "model_centrality_matrix",
          "model_centrality_full");

  @Test
  void metricsOfTheReferenceValuesAreRun() {
    Set<String> others =
        StreamSupport.stream(Oracle.json("cases.json").spliterator(), false)
            .map(one -> one.get("metric").asText())
            .filter(metric -> !RUN.contains(metric))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), others);
  }
}
