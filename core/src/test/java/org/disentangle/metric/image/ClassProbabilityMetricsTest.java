// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Expected numbers of the first test come from NumPy. */
class ClassProbabilityMetricsTest {

  private static final double[][] ROWS = {
    {.7, .2, .1}, {.1, .8, .1}, {.25, .25, .5}, {.6, .3, .1}, {0, 1, 0}
  };

  private final ClassProbabilities images = ClassProbabilities.of(ROWS);

  @Test
  void agreeWithIndependentNumbers() {
    InceptionScore.Result inception = InceptionScore.of(images);
    assertEquals(1.3864881521372596, inception.score(), 1e-14);
    assertEquals(0.18405860433827984, inception.klStd(), 1e-14);
    assertEquals(3, inception.maximum());
    assertEquals(0.72, ClassifierConfidence.of(images), 1e-15);
    ReverseKl.Result modes = ReverseKl.of(images);
    assertEquals(0.043692120681965735, modes.divergence(), 1e-14);
    assertArrayEquals(new int[] {2, 2, 1}, modes.counts());
    assertEquals(
        0.054115320909768436,
        ReverseKl.of(images, new double[] {.5, .25, .25}).divergence(),
        1e-14);
  }

  @Test
  void sureAndVariedImagesReachTheBounds() {
    ClassProbabilities sure =
        ClassProbabilities.of(
            new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
    assertEquals(4, InceptionScore.of(sure).score(), 1e-12);
    assertEquals(0, InceptionScore.of(sure).klStd());
    assertEquals(0, ReverseKl.of(sure).divergence());
    assertEquals(1, ClassifierConfidence.of(sure));
  }

  @Test
  void oneModeAndUnsureImages() {
    double[] uniform = {.25, .25, .25, .25};
    ClassProbabilities unsure = ClassProbabilities.of(new double[][] {uniform, uniform, uniform});
    assertEquals(1, InceptionScore.of(unsure).score(), 1e-12);
    assertEquals(Math.log(4), ReverseKl.of(unsure).divergence(), 1e-14, "ties take class 0");
    assertEquals(.25, ClassifierConfidence.of(unsure));
  }

  @Test
  void classesNeverSeenAddNothing() {
    ClassProbabilities two =
        ClassProbabilities.of(new double[][] {{1, 0, 0}, {.9, .1, 0}, {.8, .2, 0}, {0, 1, 0}});
    assertEquals(0.5362771440493014, ReverseKl.of(two).divergence(), 1e-14);
    assertEquals(
        0, ReverseKl.of(two, new double[] {.75, .25, 0}).divergence(), 1e-15, "none expected");
    assertEquals(Double.POSITIVE_INFINITY, ReverseKl.of(two, new double[] {1, 0, 0}).divergence());
  }

  @Test
  void degenerateTables() {
    ClassProbabilities one = ClassProbabilities.of(new double[][] {{.2, .8}});
    assertEquals(1, InceptionScore.of(one).score());
    assertEquals(0, InceptionScore.of(one).klStd());
    ClassProbabilities single = new ClassProbabilities(1, new double[] {1, 1, 1});
    assertEquals(1, InceptionScore.of(single).score());
    assertEquals(1, InceptionScore.of(single).maximum());
    assertEquals(0, ReverseKl.of(single).divergence());
    ClassProbabilities tiny =
        ClassProbabilities.of(new double[][] {{1, Double.MIN_VALUE}, {1, 0}, {1, 0}});
    assertEquals(1, InceptionScore.of(tiny).score(), 1e-12, "no underflow");
  }

  @Test
  void rowOrderPlaysNoPart() {
    double[][] rows = new double[997][];
    Random random = new Random(3);
    Arrays.setAll(
        rows,
        i -> {
          double[] row = random.doubles(7).map(x -> Math.pow(x, 9)).toArray();
          double sum = Arrays.stream(row).sum();
          return Arrays.stream(row).map(x -> x / sum).toArray();
        });
    ClassProbabilities ordered = ClassProbabilities.of(rows);
    for (int seed = 0; seed < 5; seed++) {
      List<double[]> list = Arrays.asList(rows.clone());
      Collections.shuffle(list, new Random(seed));
      ClassProbabilities shuffled = ClassProbabilities.of(list.toArray(double[][]::new));
      assertEquals(InceptionScore.of(ordered), InceptionScore.of(shuffled));
      assertEquals(ReverseKl.of(ordered).divergence(), ReverseKl.of(shuffled).divergence());
      assertEquals(ClassifierConfidence.of(ordered), ClassifierConfidence.of(shuffled));
    }
  }

  @Test
  void laterChangesOfTheArrayPlayNoPart() {
    double[] values = {.5, .5};
    ClassProbabilities kept = new ClassProbabilities(2, values);
    values[0] = 9;
    assertEquals(.5, kept.probability(0, 0));
    assertNotSame(kept.column(0), kept.column(0));
  }

  @Test
  void rowsThatAreNoDistributionsAreRefused() {
    refused("-0.1 as the probability of class 1 in row 1", () -> rows(new double[] {1.1, -.1}));
    refused("NaN as the probability of class 0 in row 1", () -> rows(new double[] {Double.NaN, 1}));
    refused("add up to 1.0002 in row 1", () -> rows(new double[] {1.0002, 0}));
    refused("add up to Infinity", () -> rows(new double[] {Double.POSITIVE_INFINITY, 0}));
    refused("1 values in row 1", () -> rows(new double[] {1}));
    refused("0 values", () -> ClassProbabilities.of(new double[0][]));
    refused("3 values for rows of 2", () -> new ClassProbabilities(2, new double[] {1, 0, 1}));
    refused("rows of 0", () -> ClassProbabilities.of(new double[][] {{}, {}}));
    assertEquals(2, rows(new double[] {.50004, .5}).rows(), "within the tolerance");
  }

  @Test
  void referencesThatDoNotFitAreRefused() {
    refused("2 classes", () -> ReverseKl.of(images, new double[] {.5, .5}));
    refused("add up to 5.0", () -> ReverseKl.of(images, new double[] {2, 2, 1}));
  }

  private static ClassProbabilities rows(double[] second) {
    return ClassProbabilities.of(new double[][] {{.5, .5}, second});
  }

  static void refused(String found, Executable work) {
    String message = assertThrows(InvalidInputException.class, work).getMessage();
    assertTrue(message.contains(found), message);
  }
}
