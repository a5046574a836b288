// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.error.InvalidInputException;

/**
 * A stage that is no more than its Params, as JSON inside something else that is saved: {@code
 * {"class": ..., "uid": ..., "paramMap": {...}}} with the Params that are set.
 */
public final class StageText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLASS = "class";
  private static final String UID = "uid";
  private static final String PARAMS = "paramMap";

  private StageText() {}

  /** The text of a stage. */
  public static ObjectNode of(Params stage) {
    ObjectNode json =
        JSON.createObjectNode().put(CLASS, stage.getClass().getName()).put(UID, stage.uid());
    ObjectNode values = json.putObject(PARAMS);
    for (Param<?> param : stage.params()) {
      if (stage.isSet(param)) {
        values.set(param.name(), value(param, stage.getOrDefault(param)));
      }
    }
    return json;
  }

  /** A value of a Param as JSON. */
  @SuppressWarnings("unchecked") // the maps of a stage hold values of the Param's own type
  public static JsonNode value(Param<?> param, Object value) {
    try {
      return JSON.readTree(((Param<Object>) param).jsonEncode(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A Param was not encoded as JSON", e);
    }
  }

  /**
   * The stage of a text, made by the constructor that takes a uid.
   *
   * @param kind what it has to be; nothing of the class runs before that is known
   * @param param the Param that holds it, for messages
   * @throws InvalidInputException if the class is of another kind or cannot be made
   */
  public static <S extends Params> S read(
      JsonNode text, Class<S> kind, InputErrors errors, String param) {
    Class<? extends S> type = type(text, kind, errors, param);
    try {
      S stage = type.getConstructor(String.class).newInstance(uid(text));
      apply(text, stage);
      return stage;
    } catch (ReflectiveOperationException e) {
      throw another(text, kind, errors, param).causedBy(e);
    }
  }

  /**
   * The class that a text names.
   *
   * @throws InvalidInputException if it is of another kind, or not on the class path
   */
  public static <S> Class<? extends S> type(
      JsonNode text, Class<S> kind, InputErrors errors, String param) {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = ofThread == null ? StageText.class.getClassLoader() : ofThread;
    try {
      Class<?> type = Class.forName(text.path(CLASS).asText(), false, loader);
      if (kind.isAssignableFrom(type)) {
        return type.asSubclass(kind);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw another(text, kind, errors, param).causedBy(e);
    }
    throw another(text, kind, errors, param);
  }

  /** The uid of the stage of a text. */
  public static String uid(JsonNode text) {
    return text.path(UID).asText();
  }

  /** Sets the Params of a text. */
  public static void apply(JsonNode text, Params stage) {
    for (Map.Entry<String, JsonNode> value : text.path(PARAMS).properties()) {
      Param<Object> param = stage.getParam(value.getKey());
      stage.set(param, WrittenValue.decode(param, value.getValue().toString()));
    }
  }

  private static InvalidInputException another(
      JsonNode text, Class<?> kind, InputErrors errors, String param) {
    return errors.parameter(
        param,
        text.path(CLASS).asText(),
        String.format(
            Locale.ROOT,
            "%s %s on the class path, with a public constructor that takes a uid",
            kind.getSimpleName().matches("[AEIOU].*") ? "an" : "a",
            kind.getSimpleName()),
        null);
  }
}
