// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.disentangle.examples.report.TraversalSeries.Picture;
import org.disentangle.figure.HeatMap;
import org.disentangle.model.TinyModel;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.junit.jupiter.api.Test;

/** One page with all in it, whatever names and values say. */
class ReportPageTest {

  @Test
  void textIsTextAndPicturesAreInThePage() {
    String html =
        new ReportPage("a < b & \"c\"")
            .table(List.of("name", "value"), List.of(List.of("<script>", "1.5"), List.of("7", "")))
            .picture("it's", new byte[] {1, 2, 3})
            .html();
    assertTrue(html.contains("<h1>a &lt; b &amp; &quot;c&quot;</h1>"), html);
    assertTrue(html.contains("<td>&lt;script&gt;</td><td class=\"number\">1.5</td>"), html);
    assertTrue(html.contains("src=\"data:image/png;base64,AQID\""), html);
    assertFalse(html.contains("<script"), html);
  }

  /** The first and the latest always, and not too many of a long training. */
  @Test
  void traversalsOfALongTrainingAreSpread() {
    TraversalSeries series = new TraversalSeries(1);
    LongStream.rangeClosed(1, 37)
        .forEach(i -> series.afterEvaluation(100 * i, TinyModel.of(3), Map.of()));
    List<Long> kept = series.pictures().stream().map(Picture::iteration).toList();
    assertEquals(100, kept.get(0));
    assertEquals(3700, kept.get(kept.size() - 1));
    assertTrue(kept.size() >= 4 && kept.size() <= 9, kept::toString);
    assertEquals(kept.stream().sorted().distinct().toList(), kept);
  }

  @Test
  void theTableAndTheMatrixOfAComparisonAreInThePage() {
    ReportPage page = new ReportPage("best");
    new CandidateTable(
            "All",
            "How.",
            new TextTable("lambda", "mig").row("0.1", "0.5"),
            "agreement",
            new HeatMap(new double[][] {{1}}, List.of("a"), List.of("a")))
        .addTo(page);
    String html = page.html();
    assertTrue(html.contains("<td class=\"number\">0.1</td><td class=\"number\">0.5</td>"), html);
    assertTrue(html.contains("<figcaption>agreement</figcaption>"), html);
  }

  @Test
  void lossesBelowZeroAreExplained() {
    assertEquals(List.of(), BelowZero.notes(history(Map.of("D", 0.1, "totalCorrelation", 0.0))));
    List<String> notes =
        BelowZero.notes(history(Map.of("divergence_3", -1e-5, "MI_continuous", -2.0, "G", -1.0)));
    assertEquals(3, notes.size(), notes::toString);
    assertTrue(notes.get(0).startsWith("divergence_3 below 0: "), notes.get(0));
  }

  private static History history(Map<String, Double> losses) {
    return new History(
        List.copyOf(losses.keySet()), List.of(new RoundRecord(1, 10, losses, 10, 1, 10, 0)));
  }

  @Test
  void metricsHaveOneKindOfName() {
    assertEquals("factor_vae+mig", PublicNames.metrics("FactorVaeEvaluator+mig"));
  }
}
