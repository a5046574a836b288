// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.image.ImageShape;
import org.disentangle.net.procedure.Preset;

/** Which presets of a system have networks for given images. */
final class FittingPresets {

  private FittingPresets() {}

  /**
   * A clause that names them, or says that there are none.
   *
   * @param table the enum of the system's presets
   * @param found the shape of the images at hand
   */
  static String of(Class<? extends Preset> table, ImageShape found) {
    List<String> fitting =
        Arrays.stream(table.getEnumConstants())
            .filter(preset -> preset.imageShape().equals(found))
            .map(Preset::id)
            .toList();
    return fitting.isEmpty()
        ? String.format(Locale.ROOT, "No preset of this system takes images of shape %s", found)
        : String.format(
            Locale.ROOT,
            "Of this system's presets, %s %s images of shape %s",
            String.join(", ", fitting),
            fitting.size() == 1 ? "takes" : "take",
            found);
  }
}
