// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Records and maps as JSON for people and programs. */
public final class JsonText {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonText() {}

  /** A record or map as indented JSON with a line break at its end. */
  public static String of(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A JSON text as a tree.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /**
   * The record or map that a JSON text holds.
   *
   * @throws IllegalArgumentException if it holds something else
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("JSON text: found null; expected an object.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
