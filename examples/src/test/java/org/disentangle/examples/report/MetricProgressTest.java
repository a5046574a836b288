// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetricProgressTest {

  private final StringWriter text = new StringWriter();

  @Test
  void everyGroupHasALineAndAllButTheFirstAnEstimate() {
    PrimitiveIterator.OfLong clock = LongStream.of(5_000_000_000L, 15_000_000_000L).iterator();
    MetricProgress progress =
        new MetricProgress("evaluate", new PrintWriter(text), clock::nextLong);
    progress.before(List.of("mig", "mig_sup"), 0, 4);
    progress.before(List.of("dci"), 1, 4);
    List<String> lines = text.toString().lines().toList();
    assertEquals("evaluate   0%  0/4 groups of metrics  ETA -  now: mig", lines.get(0));
    assertEquals(
        "evaluate  25%  1/4 groups of metrics  ETA "
            + ShareDone.clock(java.time.Duration.ofSeconds(30))
            + "  now: dci",
        lines.get(1));
  }

  @Test
  void oneGroupHasNone() {
    new MetricProgress("evaluate", new PrintWriter(text)).before(List.of("mig"), 0, 1);
    assertEquals("", text.toString());
  }
}
