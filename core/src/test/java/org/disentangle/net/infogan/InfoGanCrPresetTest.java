// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageShape;
import org.disentangle.net.infogan.InfoGanCrPreset.Rates;
import org.disentangle.net.infogan.InfoGanCrPreset.Schedule;
import org.disentangle.net.infogan.InfoGanCrPreset.Sizes;
import org.disentangle.net.procedure.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published configurations, value by value. */
class InfoGanCrPresetTest {

  @Test
  void dsprites() {
    check(
        Presets.of(InfoGanCrPreset.class, "dsprites"),
        new Sizes(5, 5, 64),
        new Rates(0.001, 0.002, 0.002),
        new Schedule(0.05, 2, 322560, 288000, 0, -1, 0),
        new ImageShape(1, 64, 64));
  }

  @Test
  void cdsprites() {
    check(
        Presets.of(InfoGanCrPreset.class, "cdsprites"),
        new Sizes(2, 5, 30),
        new Rates(0.001, 0.002, 0.002),
        new Schedule(0.2, 2, 288000, 216000, 0, -1, 0),
        new ImageShape(1, 64, 64));
  }

  @Test
  void teapots() {
    check(
        Presets.of(InfoGanCrPreset.class, "teapots"),
        new Sizes(5, 5, 64),
        new Rates(0.001, 0.002, 0.002),
        new Schedule(0.2, 3, 125000, 50000, 1.9, 85000, 0),
        new ImageShape(3, 64, 64));
  }

  @Test
  void celeba32() {
    check(
        Presets.of(InfoGanCrPreset.class, "celeba32"),
        new Sizes(5, 100, 128),
        new Rates(0.002, 0.0002, 0.0002),
        new Schedule(2, 1, 90174, 80000, 0, -1, 0),
        new ImageShape(3, 32, 32));
  }

  private static void check(
      InfoGanCrPreset preset, Sizes sizes, Rates rates, Schedule schedule, ImageShape shape) {
    assertEquals(sizes, preset.sizes());
    assertEquals(rates, preset.rates());
    assertEquals(schedule, preset.schedule());
    assertEquals(shape, preset.imageShape());
  }

  @ParameterizedTest
  @EnumSource
  void schedulesArePossible(InfoGanCrPreset preset) {
    Schedule schedule = preset.schedule();
    assertTrue(schedule.crStart() < schedule.maxIter());
    assertTrue(schedule.gapSwitch() < schedule.maxIter());
    assertTrue(schedule.gap() >= 0 && schedule.gap() < 2);
  }

  @Test
  void namesAreTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals(
          List.of("dsprites", "cdsprites", "teapots", "celeba32", "mnist28", "small32"),
          Presets.ids(InfoGanCrPreset.class));
      assertSame(InfoGanCrPreset.MNIST28, Presets.of(InfoGanCrPreset.class, "mnist28"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void unknownNamesAreRefused() {
    String message =
        assertThrows(
                InvalidInputException.class, () -> Presets.of(InfoGanCrPreset.class, "DSPRITES"))
            .getMessage();
    assertTrue(message.contains("'DSPRITES'") && message.contains("dsprites, cdsprites"), message);
  }
}
