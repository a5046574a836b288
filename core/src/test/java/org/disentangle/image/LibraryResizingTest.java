// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bytes that Pillow and OpenCV make of images; {@code src-test-data/golden/resizing/make.py}
 * wrote them.
 */
class LibraryResizingTest {

  @ParameterizedTest
  @ValueSource(strings = {"lanczos", "bilinear-bytes", "bilinear-aliased"})
  void bytesAreThoseOfTheLibrary(String id) throws IOException {
    for (JsonNode sample : cases()) {
      PlanarImage resized = resize(sample, Interpolation.of(id), 0);
      byte[] expected = HexFormat.of().parseHex(sample.get(id).asText());
      byte[] found = PixelBytes.exact(resized.values()).orElseThrow();
      assertArrayEquals(expected, found, () -> sample.get("from") + " " + sample.get("to"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lanczos", "bilinear-bytes", "bilinear-aliased"})
  void valuesBetweenBytesAreResizedAlike(String id) throws IOException {
    for (JsonNode sample : cases()) {
      float[] values = resize(sample, Interpolation.of(id), 1e-6f).values();
      byte[] expected = HexFormat.of().parseHex(sample.get(id).asText());
      for (int i = 0; i < values.length; i++) {
        assertEquals((expected[i] & 0xff) / 255f, values[i], 1.2f / 255);
      }
    }
  }

  private static PlanarImage resize(JsonNode sample, Interpolation how, float less) {
    JsonNode from = sample.get("from");
    byte[] image = HexFormat.of().parseHex(sample.get("image").asText());
    float[] values = new float[image.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, PixelBytes.value(image[i]) - less);
    }
    ImageShape shape =
        new ImageShape(from.get(0).asInt(), from.get(1).asInt(), from.get(2).asInt());
    return new Resizing(sample.get("to").get(0).asInt(), sample.get("to").get(1).asInt(), how)
        .apply(new PlanarImage(shape, values));
  }

  private static List<JsonNode> cases() throws IOException {
    Path file = Path.of(System.getProperty("disentangle.test.data"), "golden/resizing/cases.json");
    List<JsonNode> cases = new ArrayList<>();
    new ObjectMapper().readTree(file.toFile()).get("cases").forEach(cases::add);
    return cases;
  }
}
