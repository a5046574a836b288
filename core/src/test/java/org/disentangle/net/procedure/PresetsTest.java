// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.net.vae.VaePreset;
import org.disentangle.testing.FoundClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Presets are found by the names users give, in every system's table alike. */
class PresetsTest {

  /** Every enum of presets that there is. */
  static List<Class<? extends Preset>> tables() {
    return FoundClasses.in("org.disentangle.net", Preset.class).stream()
        .filter(type -> Preset.class.isAssignableFrom(type) && type.isEnum())
        .<Class<? extends Preset>>map(type -> type.asSubclass(Preset.class))
        .toList();
  }

  @Test
  void tablesAreFound() {
    assertTrue(tables().containsAll(List.of(InfoGanPreset.class, VaePreset.class)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyNameFindsItsPreset(Class<? extends Preset> table) {
    List<String> ids = Presets.ids(table);
    assertTrue(ids.contains("small32"), ids::toString);
    for (String id : ids) {
      assertEquals(id, Presets.of(table, id).id());
      assertEquals(id.toLowerCase(Locale.ROOT), id);
      String shouted = id.toUpperCase(Locale.ROOT);
      assertThrows(IllegalArgumentException.class, () -> Presets.of(table, shouted));
    }
    assertTrue(Presets.of(table, "small32").batchSize() > 0);
    assertTrue(Presets.of(table, "small32").maxIter() > 0);
  }

  @Test
  void aFormerNameStillWorksButIsNoLongerOffered() {
    assertSame(InfoGanPreset.CELEBA32, Presets.of(InfoGanPreset.class, "celeba32-infogan"));
    assertFalse(Presets.ids(InfoGanPreset.class).contains("celeba32-infogan"));
    assertEquals(List.of("celeba32-infogan"), Presets.formerIds(InfoGanPreset.class));
  }
}
