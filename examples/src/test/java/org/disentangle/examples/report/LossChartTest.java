// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.disentangle.estimator.BetaVae;
import org.disentangle.estimator.IbGan;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.Oogan;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.junit.jupiter.api.Test;

/** The losses as a picture, and the least that they can be. */
class LossChartTest {

  private static final double OF_THREE_CODES = 1.5 * Math.log(2 * Math.PI);

  @Test
  void theLeastOfALossIsADashedLine() {
    long without = dark(new LossChart(history(3.3), Map.of()));
    assertTrue(dark(new LossChart(history(3.3), Map.of("G2", 1.0))) == without, "no such loss");
    long with = dark(new LossChart(history(3.3), Map.of("Q", OF_THREE_CODES)));
    assertTrue(with > without + 300, without + " dark pixels without, " + with + " with the line");
  }

  @Test
  void aLogarithmicScaleReachesFromOnePowerOfTenToAnother() {
    assertTrue(dark(new LossChart(history(0.003), Map.of("Q", OF_THREE_CODES))) > 300);
  }

  @Test
  void aLossOfOneRoundIsAPoint() {
    List<RoundRecord> rounds = history(3.3).rounds();
    History without = new History(List.of("D", "G", "Q", "CR"), rounds);
    List<RoundRecord> last = new ArrayList<>(rounds);
    last.set(
        3, new RoundRecord(4, 40, Map.of("D", .7, "G", .8, "Q", 3.3, "CR", 3.5), 10, 1, 10, 0));
    History with = new History(List.of("D", "G", "Q", "CR"), last);
    assertTrue(coloured(with) > coloured(without) + 40, "a point, besides the legend");
  }

  @Test
  void ofOneRoundTheLeastIsALineToo() {
    History one = new History(List.of("D", "G", "Q"), history(3.3).rounds().subList(0, 1));
    long without = dark(new LossChart(one, Map.of()));
    long with = dark(new LossChart(one, Map.of("Q", OF_THREE_CODES)));
    assertTrue(with > without + 300, without + " dark pixels without, " + with + " with the line");
  }

  @Test
  void thePictureGrowsWithTheNumberOfCodes() {
    assertTrue(ofCodes(30).getHeight() > ofCodes(1).getHeight() + 60);
    for (int codes : new int[] {1, 10, 30}) {
      BufferedImage chart = ofCodes(codes);
      assertTrue(isWhite(chart, 0) && isWhite(chart, chart.getWidth() - 1), codes + " codes");
    }
  }

  /** A name that is cut off reaches the edge. */
  private static boolean isWhite(BufferedImage image, int column) {
    return IntStream.range(0, image.getHeight())
        .allMatch(row -> image.getRGB(column, row) == Color.WHITE.getRGB());
  }

  private static BufferedImage ofCodes(int codes) {
    Map<String, Double> losses = new HashMap<>(Map.of("reconstruction", 7.0, "divergence", 1.0));
    IntStream.range(0, codes).forEach(code -> losses.put("divergence_" + code, code / 10.0));
    History history =
        new History(
            List.copyOf(losses.keySet()), List.of(new RoundRecord(1, 10, losses, 10, 1, 10, 0)));
    return new LossChart(history, Map.of()).draw();
  }

  private static long coloured(History history) {
    BufferedImage chart = new LossChart(history, Map.of()).draw();
    int legend = chart.getHeight() - 40;
    return IntStream.range(chart.getHeight() / 2, legend)
        .mapToLong(
            y ->
                IntStream.range(0, chart.getWidth())
                    .filter(
                        x -> {
                          int[] p = chart.getRaster().getPixel(x, y, (int[]) null);
                          return Math.abs(p[0] - p[1]) + Math.abs(p[1] - p[2]) > 60;
                        })
                    .count())
        .sum();
  }

  @Test
  void qCannotFallBelowTheEntropyOfItsGaussians() {
    InfoGanCr estimator = new InfoGanCr().setPreset("small32").setNumCodes(3);
    assertEquals(2.757, LeastLosses.of(estimator).get("Q"), 0.001);
    assertEquals(Map.of(), LeastLosses.of(estimator.setQVariance("learned")));
    Oogan oogan = new Oogan().setNumCodes(3);
    assertEquals(OF_THREE_CODES, LeastLosses.of(oogan).get("Q"), 1e-9);
    assertEquals(Map.of(), LeastLosses.of(oogan.setProbabilistic(true)));
    assertEquals(Map.of(), LeastLosses.of(new IbGan()), "its Q is without the constant");
    assertEquals(Map.of(), LeastLosses.of(new BetaVae()));
  }

  @Test
  void iterationsStandAtTheSamePlaceInBothParts() {
    BufferedImage chart = new LossChart(history(0.003), Map.of("Q", OF_THREE_CODES)).draw();
    List<Integer> upper = uprights(chart, 0);
    List<Integer> lower = uprights(chart, chart.getHeight() / 2);
    assertTrue(upper.size() >= 2, upper::toString);
    assertEquals(upper.get(0), lower.get(0), 1);
    assertEquals(upper.get(upper.size() - 1), lower.get(lower.size() - 1), 1);
  }

  /** Columns of the half below {@code top} with a line of one colour over a third of its height. */
  private static List<Integer> uprights(BufferedImage image, int top) {
    int height = image.getHeight() / 2;
    return IntStream.range(0, image.getWidth())
        .filter(
            x ->
                IntStream.range(top, top + height)
                    .mapToObj(y -> image.getRGB(x, y))
                    .filter(colour -> colour != Color.WHITE.getRGB())
                    .collect(Collectors.groupingBy(colour -> colour, Collectors.counting()))
                    .values()
                    .stream()
                    .anyMatch(count -> count > height / 3))
        .boxed()
        .toList();
  }

  /** D and G, and a Q that falls from a hundred to its last value in four rounds. */
  private static History history(double lastQ) {
    List<RoundRecord> rounds =
        LongStream.rangeClosed(1, 4)
            .mapToObj(
                round ->
                    new RoundRecord(
                        round,
                        10 * round,
                        Map.of("D", 0.7, "G", 0.8, "Q", round == 4 ? lastQ : 4.0 - round / 10.0),
                        10,
                        1,
                        10,
                        0))
            .toList();
    return new History(List.of("D", "G", "Q"), rounds);
  }

  /** Pixels of the colour of dashed lines. */
  private static long dark(LossChart chart) {
    BufferedImage image = chart.draw();
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> pixel == Color.DARK_GRAY.getRGB()).count();
  }
}
