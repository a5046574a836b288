// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How codes read agree with codes given. */
class CodeReadingTest {

  private static final int IMAGES = 4_000;

  private static double[][] uniform(long seed) {
    Random random = new Random(seed);
    double[][] codes = new double[IMAGES][2];
    for (double[] row : codes) {
      row[0] = 2 * random.nextDouble() - 1;
      row[1] = 2 * random.nextDouble() - 1;
    }
    return codes;
  }

  @Test
  void perfectReading() {
    double[][] codes = uniform(1);
    CodeReading reading = new CodeReading(codes, codes);
    assertEquals(0, reading.error(0));
    assertEquals(1, reading.meanCorrelation(true), 1e-12);
    assertTrue(reading.meanCorrelation(false) < 0.05);
  }

  /** Reading always the mean costs the variance of the code. */
  @Test
  void readingNothing() {
    CodeReading reading = new CodeReading(uniform(1), new double[IMAGES][2]);
    assertEquals(1, reading.error(0), 0.01);
    assertEquals(0, reading.meanCorrelation(true));
  }

  @Test
  void exchangedCodes() {
    double[][] codes = uniform(2);
    double[][] exchanged = new double[IMAGES][];
    for (int i = 0; i < IMAGES; i++) {
      exchanged[i] = new double[] {codes[i][1], -codes[i][0]};
    }
    CodeReading reading = new CodeReading(codes, exchanged);
    assertTrue(reading.meanCorrelation(true) < 0.05);
    assertEquals(1, reading.meanCorrelation(false), 1e-12);
    assertEquals(2, reading.error(0), 0.1);
  }

  /** Categorical codes, which come first, are names without distances. */
  @Test
  void categoriesHaveNoError() {
    double[][] given = uniform(3);
    double[][] read = uniform(4);
    for (int i = 0; i < IMAGES; i++) {
      read[i][1] = given[i][1];
    }
    assertEquals(0, new CodeReading(given, read).error(1));
    assertTrue(Double.isNaN(new CodeReading(given, read).error(2)));
  }
}
