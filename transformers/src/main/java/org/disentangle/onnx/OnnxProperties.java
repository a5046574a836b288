// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.image.ImageShape;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.onnx.OnnxNetworks;

/** What files say of the model they come from: texts and JSON by name. */
final class OnnxProperties {

  /** How a value of an image becomes a byte. */
  static final String BYTES = "the nearest whole number to 255 times the value, halves to even";

  private static final String PRESET = "preset";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> all = new TreeMap<>();

  /** What holds for every model; what is not known is left out. */
  OnnxProperties(String system, ImageShape shape, long iteration, TrainedWith trainedWith) {
    all.put("system", system);
    all.put("iteration", String.valueOf(iteration));
    if (trainedWith.isKnown()) {
      all.put("version", trainedWith.versions().disentangle());
      all.put("trained_with", trainedWith.toString());
      if (trainedWith.params().containsKey(PRESET)) {
        all.put(PRESET, trainedWith.value(PRESET));
      }
    }
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("tensor", OnnxNetworks.IMAGE);
    image.put("layout", "NCHW");
    image.put("channels", shape.channels());
    image.put("height", shape.height());
    image.put("width", shape.width());
    image.put("colours", shape.channels() == 1 ? "grey" : "red, green, blue");
    image.put("least", 0);
    image.put("largest", 1);
    image.put("bytes", BYTES);
    json("image", image);
  }

  OnnxProperties text(String name, String value) {
    all.put(name, value);
    return this;
  }

  /** Something as JSON. */
  OnnxProperties json(String name, Object value) {
    try {
      return text(name, JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("this cannot be written as JSON: " + value, e);
    }
  }

  Map<String, String> all() {
    return all;
  }
}
