// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import org.disentangle.metric.dci.Aggregation;
import org.disentangle.metric.dci.DciScores;
import org.disentangle.metric.dci.ImportanceMatrix;
import org.disentangle.metric.information.DciMig;
import org.disentangle.metric.information.Jemmig;
import org.disentangle.metric.information.Mig;
import org.disentangle.metric.information.MigSup;
import org.disentangle.metric.information.Modularity;
import org.disentangle.metric.information.MutualInformation;

/** The metrics made from the mutual information of codes and factors. */
public final class InformationMetrics {

  private InformationMetrics() {}

  /**
   * @param bins intervals a code is divided into
   */
  public static List<MetricGroup> groups(int bins) {
    return List.of(
        MetricGroup.ofClasses(
            input -> scores(MutualInformation.of(input.table(), bins)),
            Metric.larger("mig", "mutual information gap of each factor"),
            Metric.larger("mig_sup", "mutual information gap of each code"),
            Metric.larger("dcimig", "gaps of codes, the best code of each factor"),
            Metric.larger("jemmig_norm", "joint entropy minus mutual information gap, normalised"),
            Metric.larger("modularity", "whether each code informs of one factor"),
            Metric.larger("dci_from_mi.disentanglement", "whether each code informs of one factor"),
            Metric.larger("dci_from_mi.completeness", "whether one code informs of each factor")));
  }

  private static Scores scores(MutualInformation information) {
    DciScores dci = new ImportanceMatrix(information.mi()).scores(Aggregation.LIBRARY);
    return new Scores(
        Map.of(
            "mig", Mig.score(information).score(),
            "mig_sup", MigSup.score(information).score(),
            "dcimig", DciMig.score(information).score(),
            "jemmig_norm", Jemmig.score(information).score(),
            "modularity", Modularity.score(information).score(),
            "dci_from_mi.disentanglement", dci.disentanglement(),
            "dci_from_mi.completeness", dci.completeness()),
        Map.of("mutual_information", information.mi()));
  }
}
