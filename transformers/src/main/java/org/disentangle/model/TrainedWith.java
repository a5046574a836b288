// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.file.JsonText;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.Versions;
import org.disentangle.train.KeptState;
import org.disentangle.train.shard.DataFingerprint;

/**
 * What a model was trained with; it is saved with the model. The same estimator trains the same
 * model on the same data:
 *
 * <pre>{@code
 * InfoGanCrModel model = InfoGanCrModel.load("model");
 * String lambda = model.trainedWith().value("lambda");
 * InfoGanCrModel again = model.trainedWith().estimator(InfoGanCr.class).fit(images);
 * }</pre>
 *
 * @param type class of the estimator; empty if nothing is known, as of models that were saved
 *     before this was kept
 * @param params value of every Param by name, as JSON, whether it was set, the preset's or another
 *     default. Those that say where a training is saved on its way are left out: they change
 *     nothing in what it gives
 * @param set names of the Params that were set
 * @param data the images
 * @param versions the software on the driver
 * @param kept the state that the model has, of a training that keeps its best one; null for others
 */
public record TrainedWith(
    String type,
    Map<String, String> params,
    Set<String> set,
    DataFingerprint data,
    Versions versions,
    KeptState kept)
    implements Serializable {

  /** Of a model of which nothing is known. */
  public static final TrainedWith UNKNOWN =
      new TrainedWith("", Map.of(), Set.of(), DataFingerprint.UNKNOWN, Versions.UNKNOWN);

  /** Where it stands in what is saved of a training. */
  static final String KEY = "trainedWith";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PRESET = "preset";
  private static final String SEED = "seed";
  private static final int HASH_SHOWN = 8;
  private static final String NEVER = Long.toString(Long.MAX_VALUE);

  /** Of a training that keeps its last state. */
  public TrainedWith(
      String type,
      Map<String, String> params,
      Set<String> set,
      DataFingerprint data,
      Versions versions) {
    this(type, params, set, data, versions, null);
  }

  public TrainedWith {
    params = Collections.unmodifiableMap(new TreeMap<>(params));
    set = Collections.unmodifiableSet(new TreeSet<>(set));
  }

  /**
   * Of a training that has just ended.
   *
   * @param without names of Params that change nothing in what the training gives
   */
  public static TrainedWith of(Params estimator, Set<String> without, DataFingerprint data) {
    Map<String, String> params = new TreeMap<>();
    Set<String> set = new TreeSet<>();
    for (Param<?> typed : estimator.params()) {
      @SuppressWarnings("unchecked") // encodes a value of the Param itself
      Param<Object> param = (Param<Object>) typed;
      if (estimator.isDefined(param) && !without.contains(param.name())) {
        params.put(param.name(), param.jsonEncode(estimator.getOrDefault(param)));
        if (estimator.isSet(param)) {
          set.add(param.name());
        }
      }
    }
    return new TrainedWith(estimator.getClass().getName(), params, set, data, Versions.here());
  }

  /** The same training on other images. */
  TrainedWith of(DataFingerprint images) {
    return new TrainedWith(type, params, set, images, versions, kept);
  }

  /** The same training, of which a state of its own choice is kept. */
  public TrainedWith keeping(KeptState state) {
    return new TrainedWith(type, params, set, data, versions, state);
  }

  /** Whether anything is known. */
  public boolean isKnown() {
    return !type.isEmpty();
  }

  /**
   * The value of a Param as text, such as {@code small32} or {@code 0.05}.
   *
   * @throws NoSuchElementException if the estimator has no such Param, or nothing is known
   */
  public String value(String param) {
    if (!params.containsKey(param)) {
      throw new NoSuchElementException(
          String.format(Locale.ROOT, "no value of %s among %s", param, params.keySet()));
    }
    return text(JsonText.tree(params.get(param)));
  }

  /**
   * The same for readers: of Evaluators the metric or the class alone; "never" for an iteration that
   * is not reached.
   *
   * @throws NoSuchElementException as {@link #value}
   */
  public String shown(String param) {
    String value = value(param);
    if (value.equals(NEVER)) {
      return "never";
    }
    JsonNode json = JsonText.tree(params.get(param));
    if (!json.path(0).has("class")) {
      return value;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode stage : json) {
      String type = stage.get("class").asText();
      String metric = stage.path("paramMap").path("metricName").asText();
      names.add(metric.isEmpty() ? type.substring(type.lastIndexOf('.') + 1) : metric);
    }
    return String.join("+", names);
  }

  /**
   * A new estimator with the same values, to train again.
   *
   * @param type the class of the estimator
   * @throws org.disentangle.error.InvalidInputException if the model was trained by another one, or
   *     nothing is known
   */
  public <E extends Estimator<?>> E estimator(Class<E> type) {
    if (!type.getName().equals(this.type)) {
      throw new InputErrors("TrainedWith")
          .parameter(
              "type",
              type.getName(),
              isKnown()
                  ? this.type + ", which trained this model"
                  : "a model that knows what trained it",
              isKnown()
                  ? null
                  : "Train the model again: the version that saved it did not record what trained it.");
    }
    E estimator = created(type);
    for (String name : set) {
      estimator.set(
          estimator.getParam(name), estimator.getParam(name).jsonDecode(params.get(name)));
    }
    params.forEach((name, json) -> restore(estimator, name, json));
    return estimator;
  }

  private static <E> E created(Class<E> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "Cannot create a %s", type.getName()), e);
    }
  }

  /** Sets what is another default or preset's value by now. */
  private static void restore(Params estimator, String name, String json) {
    Param<Object> param = estimator.getParam(name);
    if (!estimator.isDefined(param)
        || !param.jsonEncode(estimator.getOrDefault(param)).equals(json)) {
      estimator.set(param, param.jsonDecode(json));
    }
  }

  /** All of it as one JSON object; {@code null} if nothing is known. */
  public String toJson() {
    return json().toString();
  }

  @JsonValue
  JsonNode json() {
    if (!isKnown()) {
      return NullNode.getInstance();
    }
    ObjectNode json = JSON.createObjectNode().put("estimator", type);
    ObjectNode values = json.putObject("params");
    params.forEach((name, value) -> values.set(name, JsonText.tree(value)));
    json.set("set", JSON.valueToTree(set));
    json.set("data", JSON.valueToTree(data));
    json.set("versions", JSON.valueToTree(versions));
    if (kept != null) {
      json.set("kept", JSON.valueToTree(kept));
    }
    return json;
  }

  /**
   * @param json what {@link #toJson} gives; null for what is not known
   */
  @JsonCreator
  static TrainedWith of(JsonNode json) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      return UNKNOWN;
    }
    try {
      Map<String, String> params = new TreeMap<>();
      json.required("params")
          .properties()
          .forEach(value -> params.put(value.getKey(), value.getValue().toString()));
      Set<String> set = new TreeSet<>();
      json.required("set").forEach(name -> set.add(name.asText()));
      return new TrainedWith(
          json.required("estimator").asText(),
          params,
          set,
          JSON.treeToValue(json.required("data"), DataFingerprint.class),
          JSON.treeToValue(json.required("versions"), Versions.class),
          json.hasNonNull("kept") ? JSON.treeToValue(json.get("kept"), KeptState.class) : null);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** As it follows in a model's text; empty if nothing is known. */
  String clause() {
    return isKnown() ? ", trained with: " + this : "";
  }

  /**
   * Estimator, preset, what was set, seed and data in a line, such as {@code InfoGanCr small32,
   * maxIter 12, numCodes 3, seed 7, 36 images 1b2c3d4e}.
   */
  @Override
  public String toString() {
    if (!isKnown()) {
      return "not known";
    }
    List<String> parts = new ArrayList<>();
    String name = type.substring(type.lastIndexOf('.') + 1);
    parts.add(params.containsKey(PRESET) ? name + " " + value(PRESET) : name);
    for (String param : set) {
      if (!param.equals(PRESET) && !param.equals(SEED)) {
        parts.add(param + " " + shown(param));
      }
    }
    if (params.containsKey(SEED)) {
      parts.add(SEED + " " + value(SEED));
    }
    String hash = data.hash();
    parts.add(
        String.format(
            Locale.ROOT,
            "%d images %s",
            data.images(),
            hash.substring(0, Math.min(HASH_SHOWN, hash.length()))));
    if (kept != null) {
      parts.add("kept " + kept);
    }
    return String.join(", ", parts);
  }
}
