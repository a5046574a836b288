// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.disentangle.examples.report.TraversalSeries.Picture;
import org.disentangle.model.TinyModel;
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
}
