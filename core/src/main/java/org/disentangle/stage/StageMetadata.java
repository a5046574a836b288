// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;

/**
 * The metadata of a saved stage: one line of JSON in {@code metadata/part-00000} (where Spark 4
 * wrote it, the first file of {@code metadata} whose name begins with {@code part-}), with the keys
 * that Spark's own readers look for (class, timestamp, sparkVersion, uid, paramMap,
 * defaultParamMap) and {@code formatVersion}, the version of the layout of the whole folder.
 */
record StageMetadata(String file, InputErrors errors, ObjectNode json) {

  private static final int FORMAT_VERSION = 1;
  private static final String FOLDER = "metadata";
  private static final String PART = "part-";
  static final String FILE = FOLDER + "/" + PART + "00000";
  private static final String MARKER = FOLDER + "/_SUCCESS";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static StageMetadata of(Params stage, String sparkVersion) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("class", stage.getClass().getName())
            .put("timestamp", System.currentTimeMillis())
            .put("sparkVersion", sparkVersion)
            .put("uid", stage.uid())
            .put("formatVersion", FORMAT_VERSION);
    ObjectNode set = json.putObject("paramMap");
    ObjectNode defaults = json.putObject("defaultParamMap");
    for (Param<?> param : stage.params()) {
      if (stage.isSet(param)) {
        set.set(param.name(), StageText.value(param, stage.getOrDefault(param)));
      }
      if (stage.hasDefault(param)) {
        defaults.set(param.name(), StageText.value(param, stage.getDefault(param).get()));
      }
    }
    return new StageMetadata(FILE, InputErrors.of(stage), json);
  }

  void write(StageFiles files) throws IOException {
    try (OutputStream out = files.create(FILE)) {
      out.write(text().getBytes(StandardCharsets.UTF_8));
    }
    files.create(MARKER).close();
  }

  /** The one line of the file. */
  String text() throws JsonProcessingException {
    return MAPPER.writeValueAsString(json) + "\n";
  }

  /** Whether a folder holds the metadata of a saved stage, of this library or another. */
  static boolean isIn(Place folder) {
    return folder.child(FOLDER).names().stream().anyMatch(name -> name.startsWith(PART));
  }

  /** The file of a stage's folder that has its metadata, or would have it. */
  static String file(StageFiles files) {
    QualifiedPath folder = files.folder().child(FOLDER);
    try {
      return Arrays.stream(folder.files().listStatus(folder.path()))
          .map(status -> status.getPath().getName())
          .filter(name -> name.startsWith(PART))
          .min(Comparator.naturalOrder())
          .map(name -> FOLDER + "/" + name)
          .orElse(FILE);
    } catch (IOException | UnsupportedOperationException unlisted) {
      return FILE; // opening it finds out why
    }
  }

  /** Of a stage of this class, in this version's format. */
  static StageMetadata read(StageFiles files, Class<?> type) {
    StageMetadata metadata = read(files, new InputErrors(type.getSimpleName()));
    metadata.check(type);
    metadata.requireKeys("uid", "paramMap", "defaultParamMap");
    return metadata;
  }

  /** Of a stage of any class. */
  static StageMetadata read(StageFiles files, InputErrors errors) {
    String name = file(files);
    String file = files.path(name);
    String line = firstLine(files, name, errors);
    JsonNode json;
    try {
      json = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw damaged(errors, file, "text that is not JSON", e);
    }
    if (!(json instanceof ObjectNode object)) {
      throw damaged(errors, file, "no JSON object", null);
    }
    StageMetadata metadata = new StageMetadata(file, errors, object);
    metadata.requireKeys("class");
    return metadata;
  }

  String type() {
    return json.get("class").asText();
  }

  String uid() {
    return json.get("uid").asText();
  }

  /** Sets defaults and values as they were when the stage was saved. */
  void applyTo(Params stage) {
    decode(stage, "defaultParamMap", stage::setDefault);
    decode(stage, "paramMap", stage::set);
    if (stage instanceof StageParams<?> ours) {
      ours.declared().deriveDefaults(); // of this version's presets, whatever was saved
    }
  }

  private void requireKeys(String... keys) {
    for (String key : keys) {
      if (!json.hasNonNull(key)) {
        throw damaged(errors, file, "no key '" + key + "'", null);
      }
    }
  }

  private void check(Class<?> type) {
    if (!type().equals(type.getName())) {
      throw errors.file(
          file,
          "a saved " + type(),
          "a saved " + type.getName(),
          "Load it by its own class.",
          null);
    }
    if (json.path("formatVersion").asInt() != FORMAT_VERSION) {
      throw errors.file(
          file,
          "formatVersion " + json.path("formatVersion"),
          "formatVersion " + FORMAT_VERSION,
          "Load it with the version that saved it, or a newer one.",
          null);
    }
  }

  private interface Target {
    void accept(Param<Object> param, Object value);
  }

  private void decode(Params stage, String key, Target target) {
    for (Map.Entry<String, JsonNode> entry : json.get(key).properties()) {
      if (!stage.hasParam(entry.getKey())) {
        throw damaged(errors, file, "unknown parameter '" + entry.getKey() + "'", null);
      }
      Param<Object> param = stage.getParam(entry.getKey());
      try {
        target.accept(param, WrittenValue.decode(param, entry.getValue().toString()));
      } catch (InvalidInputException refusal) {
        String reason = refusal.getMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
        throw damaged(errors, file, "a value that is not allowed (" + reason + ")", refusal);
      } catch (Exception e) { // Spark's decoders throw checked exceptions they do not declare
        throw damaged(
            errors,
            file,
            String.format(Locale.ROOT, "%s for parameter %s", entry.getValue(), param.name()),
            e);
      }
    }
  }

  private static String firstLine(StageFiles files, String name, InputErrors errors) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(files.open(name), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      if (line == null) {
        throw damaged(errors, files.path(name), "an empty file", null);
      }
      return line;
    } catch (FileNotFoundException e) {
      if (!files.folder().exists(errors, null)) {
        throw errors.file(
            files.folder(), "nothing", "the folder of a saved stage", "Check the path.", e);
      }
      throw errors.file(
          files.path(name),
          "nothing",
          "the metadata of a saved stage",
          "Check the path; if saving was interrupted, save it again.",
          e);
    } catch (ChecksumException e) {
      throw damaged(errors, files.path(name), "a wrong checksum", e);
    } catch (IOException e) {
      Configuration hadoop = files.folder().files().getConf();
      throw Unreachable.of(new Path(files.path(name)), e, hadoop).refusal(errors, null);
    }
  }

  private static InvalidInputException damaged(
      InputErrors errors, String file, String found, Exception cause) {
    return errors.file(
        file, found, "the metadata this library writes when it saves a stage", cause);
  }
}
