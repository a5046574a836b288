// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.data;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.disentangle.model.DisentangledModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the published files to a model that is scored with the factors of the set. */
@Tag("train")
class PublishedSetsTrainTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"shapes3d, 3dshapes_small_shuffle.h5", "cars3d, cars", "sprites, sprites"})
  void infoGanCrIsTrainedAndScored(String source, String file) throws IOException {
    Path path = Path.of(System.getProperty("disentangle.test.data"), "datasets", file);
    String data =
        String.format(Locale.ROOT, "%s:path=%s,imageSize=32,colourMode=grey,seed=3", source, path);
    Path model = folder.resolve("model");
    success(
        "train --data %s --preset small32 --num-codes 3 --batch-size 4 --averaging-frequency 2 --max-iter 4"
            + " --cr-start 2 --checkpoint-interval 0 --out %s",
        data, model);
    Path scores = folder.resolve("scores.json");
    success("evaluate --model %s --data %s --metric factor_vae,mig --json %s", model, data, scores);
    JsonNode found = new ObjectMapper().readTree(scores.toFile());
    String text = found.toString();
    assertTrue(text.contains("factor_vae"), text);
    assertFalse(text.contains("NaN"), text);
    assertEquals(
        4,
        DisentangledModel.load(SharedSpark.session(), model.toString())
            .summary()
            .last()
            .iteration());
  }
}
