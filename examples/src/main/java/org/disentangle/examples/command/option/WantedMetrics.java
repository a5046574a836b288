// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.stage.InputErrors;

/**
 * The metrics that a command was asked for.
 *
 * @param option where it was asked
 * @param wanted names in full, of groups, or "all"
 * @param unwanted those of them to leave out, named in the same way
 */
public record WantedMetrics(String option, List<MetricName> wanted, List<MetricName> unwanted) {

  /**
   * Their names in full, in the order of reports.
   *
   * @throws InvalidInputException naming the option, if one is not known
   */
  public String[] names() {
    List<String> names = inFull(option, wanted, List.of());
    return unwanted.isEmpty()
        ? names.toArray(String[]::new)
        : inFull("--without", wanted, unwanted).toArray(String[]::new);
  }

  private static List<String> inFull(
      String option, List<MetricName> wanted, List<MetricName> unwanted) {
    try {
      return DisentanglementEvaluator.metricsNamed(texts(wanted), texts(unwanted));
    } catch (InvalidInputException unknown) {
      throw InvalidInputException.of(
              unknown.problem().replaceFirst("^metric:", "parameter " + option + ":"),
              unknown.advice().orElse(null))
          .in("disentangle")
          .causedBy(unknown);
    }
  }

  /**
   * Of all metrics some may be undefined on a table; one that was asked for by name may not.
   *
   * @throws org.disentangle.error.InvalidInputException if one is
   */
  public void requireDefined(DisentanglementReport report, InputErrors errors) {
    if (!texts(wanted).contains("all")) {
      for (Score score : report.scores().scores()) {
        if (!score.isDefined()) {
          throw errors.refused(score.refusal().orElseThrow().in(score.metric().name()));
        }
      }
    }
  }

  private static List<String> texts(List<MetricName> names) {
    return names.stream().map(MetricName::name).toList();
  }
}
