// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What builds printed that are compared with later ones. */
class PrintedFiguresTest {

  private static Map<String, Double> read(String printed) {
    return PrintedFigures.read(printed.lines().toList());
  }

  @Test
  void iterations() {
    assertEquals(
        Map.of(
            "iteration before CR, ms", 109.2,
            "iteration before CR, images/s", 586.0,
            "iteration with CR, ms", 1235.1,
            "iteration with CR, images/s", 272.0,
            "generator, images/s", 7204.0,
            "encoder, images/s", 8100.0),
        read(
            """
            dsprites, batch 64, 1 worker(s) of one thread
              iteration before CR     109.2 ms       586 images/s in all
              iteration with CR      1235.1 ms       272 images/s in all
              generator                              7204 images/s in all
              encoder                                8100 images/s in all
            """));
  }

  @Test
  void rowsOfATableAndTheLineBelowIt() {
    Map<String, Double> figures =
        read(
            """
            dsprites, batch 2, averaging every 10 iterations, CR off, 2 cores, a state of 8.80 MB
              workers  waves  images/s  speed-up  step ms  round s  beside steps  fixed ms  line ms  error
                    1      1       120      1.00    12.30    0.167         26.3%      44.1     44.1  +0.0%
                    8      4       160      1.33    12.50    0.999         49.9%     340.5    340.5  -0.1%
            fixed(W) = 4.3 ms + 40.02 ms * W, through two points, so without an error
            """);
    assertEquals(12.5, figures.get("workers 8, step ms"));
    assertEquals(26.3, figures.get("workers 1, beside steps"));
    assertEquals(-0.1, figures.get("workers 8, error"));
    assertEquals(4.3, figures.get("fixed(W), ms"));
    assertEquals(40.02, figures.get("fixed(W), ms 2"));
    assertEquals(2 * 9 + 2, figures.size(), figures::toString);
  }

  @Test
  void generationMetricsAndMemory() {
    assertEquals(
        Map.of(
            "Spark to Parquet, images/s", 54600.0,
            "generator alone, images/s", 81000.0,
            "generator alone, %", 67.0),
        read(
            """
            small32, batch 64, 2 threads, 190000 images as png
              Spark to Parquet     54600 images/s
              generator alone      81000 images/s: Spark reaches 67%
            """));
    assertEquals(
        Map.of("whole report, s", 27.0, "peak memory, MB", 1500.0),
        read("  whole report          27.0 s\n  peak memory           1500 MB"));
    assertEquals(
        Map.of("heap after collection, MB", 120.0, "heap after collection, MB 2", 130.0),
        read("  heap after collection      120 MB, at the end 130 MB"));
  }
}
