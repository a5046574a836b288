// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.disentangle.metric.TrainTest;
import org.disentangle.testing.SmallTable;
import org.junit.jupiter.api.Test;

class LinearClassifiersTest {

  private final TrainTest tables = SmallTable.trainTest();
  private final double[][] train = tables.standardisedTrainCodes();
  private final double[] first = tables.standardisedTestCodes()[0];

  @Test
  void probabilitiesAreThoseOfScikitLearn() {
    assertArrayEquals(
        new double[] {0.0816940749740631, 0.9183059250259369},
        OneVsRestLogistic.fit(train, tables.trainLabels(0), 2).probabilities(first),
        1e-6);
    assertArrayEquals(
        new double[] {0.11686378841, 0.55058041932, 0.32421207776, 0.00834371451},
        OneVsRestLogistic.fit(train, tables.trainLabels(1), 4).probabilities(first),
        1e-6);
  }

  @Test
  void classesWithoutRowsAreNeverPredicted() {
    int[] labels = Arrays.stream(tables.trainLabels(0)).map(label -> 3 * label).toArray();
    assertArrayEquals(
        new double[] {0.08169407, 0, 0, 0.91830593, 0},
        OneVsRestLogistic.fit(train, labels, 5).probabilities(first),
        1e-6);
    double[][] single =
        Arrays.stream(train).map(row -> new double[] {row[0]}).toArray(double[][]::new);
    OneVsRestSvm machine = OneVsRestSvm.fit(single, labels, 5, 0.01);
    assertEquals(
        OneVsRestSvm.fit(single, tables.trainLabels(0), 2, 0.01)
            .accuracy(single, tables.trainLabels(0)),
        machine.accuracy(single, labels));
  }

  @Test
  void oneClassIsCertain() {
    int[] labels = new int[train.length];
    assertArrayEquals(
        new double[] {1, 0}, OneVsRestLogistic.fit(train, labels, 2).probabilities(first));
    assertEquals(0, OneVsRestSvm.fit(train, labels, 2, 0.01).predict(first));
  }

  @Test
  void threadsChangeNothing() throws Exception {
    int[] labels = tables.trainLabels(1);
    ForkJoinPool single = new ForkJoinPool(1);
    try {
      assertArrayEquals(
          OneVsRestLogistic.fit(train, labels, 4).probabilities(first),
          single.submit(() -> OneVsRestLogistic.fit(train, labels, 4).probabilities(first)).get());
    } finally {
      single.shutdown();
    }
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      OneVsRestLogistic.fit(train, tables.trainLabels(1), 4);
      OneVsRestSvm.fit(train, tables.trainLabels(1), 4, 0.01);
    } finally {
      System.setOut(out);
    }
    assertTrue(printed.size() == 0, () -> printed.toString(StandardCharsets.UTF_8));
  }
}
