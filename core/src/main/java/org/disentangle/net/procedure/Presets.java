// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;

/** Finds presets by the names users give. */
public final class Presets {

  /** The presets of a table by all their names; where two share one, the earlier has it. */
  private static final ClassValue<Map<String, Preset>> BY_NAME =
      new ClassValue<>() {
        @Override
        protected Map<String, Preset> computeValue(Class<?> table) {
          Map<String, Preset> byName = new HashMap<>();
          for (Object row : table.getEnumConstants()) {
            Preset preset = (Preset) row;
            byName.putIfAbsent(preset.id(), preset);
            preset.formerIds().forEach(name -> byName.putIfAbsent(name, preset));
          }
          return byName;
        }
      };

  private Presets() {}

  /**
   * The preset of this name, or of this former name.
   *
   * @param table the enum of a system's presets
   * @throws InvalidInputException if there is none
   */
  public static <P extends Preset> P of(Class<P> table, String id) {
    Preset preset = BY_NAME.get(table).get(id);
    if (preset == null) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "Unknown preset '%s'; expected one of %s", id, ids(table)),
          "Names are in lower case.");
    }
    return table.cast(preset);
  }

  /** Names of all presets of a system, in the order of its table. */
  public static List<String> ids(Class<? extends Preset> table) {
    return Arrays.stream(table.getEnumConstants()).map(Preset::id).toList();
  }

  /** Names that older versions had for presets of a system. */
  public static List<String> formerIds(Class<? extends Preset> table) {
    return Arrays.stream(table.getEnumConstants())
        .flatMap(preset -> preset.formerIds().stream())
        .toList();
  }
}
