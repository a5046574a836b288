// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.disentangle.examples.documentation.MarkdownPage.Code;
import org.disentangle.examples.experiment.ExperimentOverrides;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.ExperimentSize;
import org.disentangle.examples.experiment.ExperimentTable;
import org.disentangle.examples.experiment.KnownExperiments;
import org.disentangle.examples.experiment.measure.Measure;
import org.disentangle.examples.experiment.measure.MeasureSet;
import org.junit.jupiter.api.Test;

/** The page on experiments has every experiment and every measure, and a table that is one. */
class ExperimentPagesTest {

  private static final MarkdownPage PAGE = MarkdownPage.read("examples/docs/experiments.md");

  private static List<List<String>> rows(String heading) {
    return PAGE.sections().stream()
        .flatMap(section -> section.rowsOf(heading).stream())
        .map(row -> row.cells().stream().map(cell -> cell.replace("`", "")).toList())
        .toList();
  }

  @Test
  void everyExperimentHasARow() {
    assertEquals(
        KnownExperiments.names(), rows("Experiment").stream().map(row -> row.get(0)).toList());
  }

  @Test
  void everyMeasureHasItsMeaning() {
    assertEquals(
        MeasureSet.registered().stream().map(one -> List.of(one.name(), one.meaning())).toList(),
        rows("Measure"));
    assertFalse(MeasureSet.registered().stream().map(Measure::name).anyMatch(String::isBlank));
  }

  @Test
  void theTableOfThePageCanBePlanned() {
    Code json =
        PAGE.sections().stream()
            .flatMap(section -> section.code().stream())
            .filter(code -> code.lines().get(0).equals("{"))
            .findFirst()
            .orElseThrow();
    ExperimentTable table =
        KnownExperiments.written("weights.json", String.join("\n", json.lines()));
    for (ExperimentSize size : table.sizes().keySet()) {
      ExperimentPlan plan = ExperimentPlan.of(table, size, ExperimentOverrides.NONE);
      assertEquals(2, plan.variants().size());
    }
  }
}
