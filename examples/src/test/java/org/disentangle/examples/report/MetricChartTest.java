// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.BetaVae;
import org.disentangle.estimator.FactorVae;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.junit.jupiter.api.Test;

/** Scores by iteration, and where the schedule switches. */
class MetricChartTest {

  private static final Map<String, Long> ALPHA = Map.of("alpha 2.0 from 30", 30L);

  @Test
  void aSwitchIsADashedLine() {
    long without = dark(new MetricChart(history(.1, .2, .5, .4), Map.of()));
    long with = dark(new MetricChart(history(.1, .2, .5, .4), ALPHA));
    assertTrue(with > without + 200, without + " dark pixels without, " + with + " with the line");
    long ahead = dark(new MetricChart(history(.1, .2), ALPHA));
    assertTrue(ahead < without + 200, "a switch that has not come yet is not drawn");
  }

  @Test
  void scoresThatAreNoNumbersAreLeftOut() {
    new MetricChart(history(.1, Double.NaN, Double.POSITIVE_INFINITY, .4), ALPHA).draw();
    new MetricChart(history(.1), ALPHA).draw();
    History nothing = history(Double.NaN, Double.NaN);
    assertFalse(MetricChart.isDrawable(nothing));
    assertThrows(InvalidInputException.class, () -> new MetricChart(nothing, ALPHA));
  }

  @Test
  void marksFollowTheSchedule() {
    InfoGanCr cr = new InfoGanCr().setPreset("small32").setMaxIter(100).setCrStart(60);
    assertEquals(
        Map.of("alpha 3.0 from 60", 60L, "gap 0.5 from 80", 80L),
        SwitchMarks.of(cr.setAlpha(3).setGapSwitch(80).setGapAfter(.5)));
    assertEquals(Map.of(), SwitchMarks.of(cr.setAlpha(0)));
    FactorVae vae = new FactorVae().setPreset("small32").setMaxIter(100).setCrStart(60);
    assertEquals(Map.of(), SwitchMarks.of(vae));
    assertEquals(Map.of("alpha 1.0 from 60", 60L), SwitchMarks.of(vae.setAlpha(1)));
    assertEquals(Map.of(), SwitchMarks.of(new BetaVae()));
  }

  private static History history(double... scores) {
    List<RoundRecord> rounds = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      rounds.add(
          new RoundRecord(i + 1, 10 * (i + 1), Map.of(), 10, 1, 10, 0)
              .with(Map.of("mig", scores[i])));
    }
    return new History(List.of(), rounds);
  }

  private static long dark(MetricChart chart) {
    BufferedImage image = chart.draw();
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> pixel == Color.DARK_GRAY.getRGB()).count();
  }
}
