// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.net.ibgan.IbGanPreset;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.net.oogan.OoganPreset;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.stylecontent.StyleContentPreset;
import org.disentangle.net.vae.VaePreset;
import org.junit.jupiter.api.Test;

/** A refusal of images names the presets that take them. */
class FittingPresetsTest {

  @Test
  void theyAreNamed() {
    assertEquals(
        "Of this system's presets, teapots takes images of shape 3x64x64",
        FittingPresets.of(InfoGanCrPreset.class, new ImageShape(3, 64, 64)));
    assertEquals(
        "Of this system's presets, dsprites, cdsprites take images of shape 1x64x64",
        FittingPresets.of(InfoGanCrPreset.class, new ImageShape(1, 64, 64)));
    assertEquals(
        "No preset of this system takes images of shape 3x28x28",
        FittingPresets.of(VaePreset.class, new ImageShape(3, 28, 28)));
  }

  @Test
  void theRefusalOfASchemaHasThem() {
    Metadata metadata = ImageColumns.metadata(new ImageShape(3, 64, 64));
    StructType schema =
        new StructType(
            new StructField[] {
              new StructField(
                  "image", DataTypes.createArrayType(DataTypes.FloatType), false, metadata)
            });
    InvalidInputException refusal =
        assertThrows(InvalidInputException.class, () -> new BetaVae("vae").transformSchema(schema));
    String advice = refusal.advice().orElseThrow();
    assertEquals(
        "Of this system's presets, teapots takes images of shape 3x64x64; ImagePreparation with"
            + " colourMode 'grey' helps (colourMode=grey in --data).",
        advice);
  }

  @Test
  void everyPresetTakesTheImagesOfItsNetworks() {
    List<Class<? extends Preset>> tables =
        List.of(
            InfoGanPreset.class,
            OoganPreset.class,
            IbGanPreset.class,
            StyleContentPreset.class,
            VaePreset.class);
    for (Class<? extends Preset> table : tables) {
      for (Preset preset : table.getEnumConstants()) {
        assertTrue(
            FittingPresets.of(table, preset.imageShape()).contains(preset.id()), preset.id());
      }
    }
  }
}
