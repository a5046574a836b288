// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/** Finds presets by the names users give. */
public final class Presets {

  private Presets() {}

  /**
   * The preset of this name, or of this former name.
   *
   * @param table the enum of a system's presets
   * @throws InvalidInputException if there is none
   */
  public static <P extends Preset> P of(Class<P> table, String id) {
    return Arrays.stream(table.getEnumConstants())
        .filter(preset -> preset.id().equals(id) || preset.formerIds().contains(id))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    String.format(
                        Locale.ROOT, "Unknown preset '%s'; expected one of %s", id, ids(table)),
                    "Names are in lower case."));
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
