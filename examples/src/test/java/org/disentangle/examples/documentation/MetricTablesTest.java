// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.ml.evaluation.Evaluator;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.documentation.MarkdownPage.Row;
import org.disentangle.examples.documentation.MarkdownPage.Section;
import org.disentangle.stage.HasMetricName;
import org.junit.jupiter.api.Test;

/** The page of metrics has those that the Evaluators offer, in their order. */
class MetricTablesTest {

  private static final MarkdownPage PAGE = MarkdownPage.read("evaluators/README.md");

  @Test
  void everySectionHasTheMetricsOfItsEvaluator() {
    List<String> wrong = new ArrayList<>();
    for (Evaluator evaluator : evaluators()) {
      if (evaluator instanceof HasMetricName<?> named
          && !(evaluator instanceof DisentanglementEvaluator)) {
        Section section = section(evaluator);
        List<String> expected = new ArrayList<>();
        for (String metric : named.metricNames()) {
          named.setMetricName(metric);
          expected.add(metric + " " + (evaluator.isLargerBetter() ? "larger" : "smaller"));
        }
        List<String> found = section.rowsOf("Metric").stream().map(MetricTablesTest::read).toList();
        if (!found.equals(expected)) {
          wrong.add(PAGE.at(section.line()) + ": found " + found + ", expected " + expected);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyMetricOfAReportHasARow() {
    List<String> rows =
        PAGE.sections().stream()
            .flatMap(section -> section.rowsOf("Metric").stream())
            .map(row -> row.cells().get(0).replace("`", ""))
            .toList();
    List<String> missing = new ArrayList<>(new DisentanglementEvaluator().metricNames());
    missing.removeAll(rows);
    assertEquals(List.of(), missing, PAGE.path() + " lacks rows");
  }

  private static List<Evaluator> evaluators() {
    List<Evaluator> evaluators =
        ServiceLoader.load(Evaluator.class).stream()
            .filter(provider -> provider.type().getName().startsWith("org.disentangle."))
            .map(ServiceLoader.Provider::get)
            .toList();
    assertTrue(evaluators.size() > 10, "only these are registered: " + evaluators);
    return evaluators;
  }

  private static Section section(Evaluator evaluator) {
    String name = evaluator.getClass().getSimpleName();
    return PAGE.sections().stream()
        .filter(section -> section.heading().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(PAGE.path() + " lacks a section " + name));
  }

  private static String read(Row row) {
    return row.cells().get(0).replace("`", "") + " " + row.cells().get(1);
  }
}
