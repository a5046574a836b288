// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which metrics a command measures, and whether its options of metrics change one of them.
 *
 * @param errors of the command
 */
record MetricRules(CommandSpec command, InputErrors errors) {

  private static final String WITHOUT = "--without";

  /**
   * Refuses an option that changes none of the metrics.
   *
   * @param rule what it changes; null for an option that has nothing to do with metrics
   * @throws InvalidInputException naming the option, or a metric that is not known
   */
  void require(String option, ForMetrics rule) {
    if (rule == null) {
      return;
    }
    String asked = command.findOption("--evaluate") == null ? "--metric" : "--evaluate";
    List<MetricName> wanted = names(asked);
    if (wanted.isEmpty()) {
      throw errors.conflict(String.format(Locale.ROOT, "%s needs %s", option, asked));
    }
    String[] names = new WantedMetrics(asked, wanted, names(WITHOUT)).names();
    DisentanglementEvaluator evaluator = new DisentanglementEvaluator("rules").setMetrics(names);
    if (rule.ofTestRows() ? evaluator.scoresTestRows() : changes(rule, evaluator)) {
      return;
    }
    throw errors.conflict(
        String.format(
            Locale.ROOT,
            "%s has no effect on %s; it is for %s",
            option,
            String.join(", ", names),
            rule.ofTestRows()
                ? "metrics that train a model"
                : rule.value().length == 0
                    ? "metrics that compare codes with factors"
                    : String.join(", ", rule.value())));
  }

  private static boolean changes(ForMetrics rule, DisentanglementEvaluator evaluator) {
    return rule.value().length == 0
        ? evaluator.needsFactors()
        : DisentanglementEvaluator.metricsNamed(List.of(rule.value()), List.of()).stream()
            .anyMatch(List.of(evaluator.getMetrics())::contains);
  }

  private List<MetricName> names(String option) {
    OptionSpec spec = command.findOption(option);
    List<MetricName> names = spec == null ? null : spec.getValue();
    return names == null ? List.of() : names;
  }
}
