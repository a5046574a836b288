// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
