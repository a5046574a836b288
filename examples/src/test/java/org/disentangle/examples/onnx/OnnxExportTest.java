// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.Precision;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.inference.StyleContentDecoder;
import org.disentangle.net.inference.StyleContentEncoder;
import org.disentangle.onnx.OnnxExport;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** ONNX Runtime makes of the exported files what the models make. */
@Tag("contract")
class OnnxExportTest {

  /** Largest difference of values of images and codes. */
  private static final float TOLERANCE = 1e-5f;

  private static final int IMAGES = 2;

  @TestFactory
  List<DynamicTest> everyPresetOfEverySystem() {
    SharedSpark.session();
    Map<String, TrainedModel> models = ExportedModels.all();
    assertTrue(models.size() > 15, models.keySet()::toString);
    List<DynamicTest> tests = new ArrayList<>();
    models.forEach((name, model) -> tests.add(dynamicTest(name, () -> compare(model))));
    return tests;
  }

  private static void compare(TrainedModel model) throws OrtException {
    OnnxExport export = OnnxExport.of(model);
    try (OnnxFile generator = new OnnxFile(export.generator());
        OnnxFile encoder = new OnnxFile(export.encoder())) {
      if (model instanceof StyleContentModel styled) {
        generate(styled, generator);
        encode(styled, encoder);
      } else {
        generate((DisentangledModel<?>) model, generator);
        encode((DisentangledModel<?>) model, encoder);
      }
    }
  }

  private static void generate(DisentangledModel<?> model, OnnxFile file) throws OrtException {
    LatentSpace space = model.latent();
    float[] latents = space.sample(IMAGES, new SplittableRandom(3));
    int categorical = space.categories().size();
    for (int code = 0; code < categorical; code++) {
      float[] numbers = columns(latents, space.size(), code, code + 1);
      file.with("category_" + code, new long[] {(long) numbers[0], (long) numbers[1]});
    }
    if (space.numContinuous() > 0) {
      float[] codes = columns(latents, space.size(), categorical, space.numCodes());
      file.with("codes", codes, IMAGES, space.numContinuous());
    }
    if (space.noiseDim() > 0) {
      float[] noise = columns(latents, space.size(), space.numCodes(), space.size());
      file.with("noise", noise, IMAGES, space.noiseDim());
    }
    try (Generator generator = model.generatorKey(IMAGES).open()) {
      System.arraycopy(latents, 0, generator.latents(), 0, latents.length);
      same("image", generator.generate(IMAGES), file.run());
    }
  }

  private static void encode(DisentangledModel<?> model, OnnxFile file) throws OrtException {
    LatentSpace space = model.latent();
    int categorical = space.categories().size();
    float[] images = images(model.imageShape().size());
    file.with(
        "image",
        images,
        IMAGES,
        model.imageShape().channels(),
        model.imageShape().height(),
        model.imageShape().width());
    try (Encoder encoder = model.encoderKey(IMAGES).open()) {
      System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
      float[] expected = encoder.encode(IMAGES);
      Map<String, float[]> found = file.run();
      for (int code = 0; code < categorical; code++) {
        float[] numbers = columns(expected, space.numCodes(), code, code + 1);
        assertArrayEquals(numbers, found.get("category_" + code));
      }
      if (space.numContinuous() > 0) {
        same("codes", columns(expected, space.numCodes(), categorical, space.numCodes()), found);
      }
      float[] variances = found.get("log_variance");
      assertEquals(encoder.divergence(expected, 0) < Double.POSITIVE_INFINITY, variances != null);
      for (int i = 0; variances != null && i < variances.length; i++) {
        double mean = expected[i];
        double divergence = (mean * mean + Math.exp(variances[i]) - 1 - variances[i]) / 2;
        assertEquals(encoder.divergence(expected, i), divergence, TOLERANCE);
      }
    }
  }

  private static void generate(StyleContentModel model, OnnxFile file) throws OrtException {
    int specified = model.specifiedDim();
    int unspecified = model.unspecifiedDim();
    var networks = model.data().networks();
    try (StyleContentDecoder decoder =
        new StyleContentDecoder(
            networks,
            model.data().state().network(networks.decoder().name()).withoutOptimizer(),
            IMAGES,
            Precision.FLOAT32)) {
      float[] codes = new LatentSpace(1, specified + unspecified - 1).sample(IMAGES, random());
      System.arraycopy(codes, 0, decoder.codes(), 0, codes.length);
      int size = specified + unspecified;
      file.with("specified", columns(codes, size, unspecified, size), IMAGES, specified);
      file.with("unspecified", columns(codes, size, 0, unspecified), IMAGES, unspecified);
      same("image", decoder.decode(), file.run());
    }
  }

  private static void encode(StyleContentModel model, OnnxFile file) throws OrtException {
    var networks = model.data().networks();
    float[] images = images(model.imageShape().size());
    try (StyleContentEncoder encoder =
        new StyleContentEncoder(
            networks,
            model.data().state().network(networks.encoder().name()).withoutOptimizer(),
            IMAGES,
            Precision.FLOAT32)) {
      System.arraycopy(images, 0, encoder.pixels(), 0, images.length);
      StyleContentEncoder.Codes expected = encoder.encode(IMAGES);
      Map<String, float[]> found =
          file.with(
                  "image",
                  images,
                  IMAGES,
                  model.imageShape().channels(),
                  model.imageShape().height(),
                  model.imageShape().width())
              .run();
      same("specified", expected.specified(), found);
      same("unspecified", expected.unspecified(), found);
      assertFalse(Arrays.equals(found.get("unspecified"), found.get("log_variance")));
    }
  }

  private static SplittableRandom random() {
    return new SplittableRandom(5);
  }

  private static float[] images(int size) {
    SplittableRandom random = random();
    float[] values = new float[IMAGES * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  private static float[] columns(float[] rows, int width, int from, int to) {
    float[] columns = new float[rows.length / width * (to - from)];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = rows[i / (to - from) * width + from + i % (to - from)];
    }
    return columns;
  }

  /** The values are equal, and differ among each other, so that equal ones prove something. */
  private static void same(String name, float[] expected, Map<String, float[]> outputs) {
    float[] found = outputs.get(name);
    float[] sorted = expected.clone();
    Arrays.sort(sorted);
    float spread = sorted[sorted.length - 1] - sorted[0];
    assertTrue(spread > 100 * TOLERANCE, () -> name + " has a spread of " + spread);
    assertArrayEquals(expected, found, TOLERANCE, name);
  }
}
