// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers, ticks and contrast of figures, and the figures that have names. */
class FigureTextTest {

  @Test
  void numbersHaveTwoOrThreeSignificantDigits() {
    assertEquals(List.of("100", "0"), texts(100, 0));
    assertEquals(List.of("1.78", "0.05", ""), texts(1.777, 0.05, Double.NaN));
    assertEquals(List.of("0.93", "1.00"), texts(0.934, 1));
    assertEquals(List.of("12.3", "0.0"), texts(12.34, -0.01));
    assertEquals(List.of("123", "1"), texts(123.4, 1.2));
    assertEquals(List.of("0.012", "0.010"), texts(0.0123, 0.01));
    assertEquals(List.of("-0.50", "0.25"), texts(-0.5, 0.25));
    assertEquals(List.of("1.2e-05", "0.0e+00"), texts(0.0000123, 0));
    assertEquals(List.of("1.2e+06"), texts(1234567));
    assertEquals(List.of("0", "0"), texts(0, 0));
  }

  @Test
  void ticksAreRoundNumbers() {
    assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), ticks(0, 1));
    assertEquals(List.of("0", "20", "40", "60", "80", "100"), ticks(0, 100));
    assertEquals(List.of("0.0", "0.5", "1.0", "1.5"), ticks(0, 1.78));
    assertEquals(List.of("-2", "-1", "0", "1", "2"), ticks(-2.3, 2.3));
    assertEquals(List.of("0.00", "0.01", "0.02", "0.03"), ticks(0, 0.034));
  }

  @Test
  void textStandsOutFromEveryColour() {
    ColourScale scale = new ColourScale(0, 1);
    assertEquals(Color.BLACK, ColourScale.textOn(scale.colour(0)));
    assertEquals(Color.WHITE, ColourScale.textOn(scale.colour(1)));
    assertEquals(Color.BLACK, ColourScale.textOn(ColourScale.NONE));
  }

  @Test
  void namedFiguresShowWhatTheyAreGiven() {
    List<String> codes = MetricFigures.codeNames(2);
    assertEquals(List.of("code 0", "code 1"), codes);
    List<String> factors = List.of("shape", "scale", "angle");
    double[][] votes = {{0, 9, 1}, {10, 0, 0}};
    double[][] same = {{0, 9, 1}, {10, 0, 0}};
    assertArrayEquals(
        pixels(
            new HeatMap(same, codes, factors)
                .withTitle("FactorVAE votes")
                .withAxisTitles("code", "factor")
                .withValueTitle("votes")),
        pixels(MetricFigures.factorVaeVotes(votes, codes, factors)));
    assertFalse(
        Arrays.equals(
            pixels(MetricFigures.mutualInformation(same, codes, factors)),
            pixels(MetricFigures.dciImportance(same, codes, factors))),
        "titles of their own");
    assertThrows(
        IllegalArgumentException.class, () -> MetricFigures.factorVaeVotes(votes, factors, codes));
  }

  private static List<String> texts(double... row) {
    Matrix matrix =
        new Matrix(new double[][] {row}, List.of(""), Collections.nCopies(row.length, ""));
    NumberText text = NumberText.of(matrix);
    return Arrays.stream(row).mapToObj(text::of).toList();
  }

  private static List<String> ticks(double low, double high) {
    return ColourBar.of(new ColourScale(low, high)).texts();
  }

  private static int[] pixels(HeatMap figure) {
    BufferedImage picture = figure.draw();
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
