// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.NumberedModels;
import org.disentangle.stage.StageFiles;
import org.disentangle.stage.StoredStage;
import org.disentangle.stage.WrittenValue;
import scala.collection.JavaConverters;

/**
 * What a selection chooses from, saved with it in {@code candidates.json}, {@code estimator} or,
 * where there are several, {@code estimators/0} and on, and {@code models}.
 *
 * @param estimators what is trained; empty if nothing was given
 * @param grid at least one point; of one estimator alone if it has a value
 * @param models trained models; empty if the estimators are to be trained
 */
record Candidates(
    List<Estimator<? extends DisentangledModel<?>>> estimators,
    List<ParamMap> grid,
    List<DisentangledModel<?>> models)
    implements Serializable {

  static final Candidates NONE = new Candidates(List.of(), List.of(new ParamMap()), List.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "candidates.json";
  private static final String ESTIMATOR = "estimator";
  private static final String SEVERAL = "estimators";
  private static final String GRID = "grid";

  Candidates {
    estimators = List.copyOf(estimators);
    grid = grid.isEmpty() ? List.of(new ParamMap()) : List.copyOf(grid);
    models = List.copyOf(models);
  }

  Candidates withEstimators(List<Estimator<? extends DisentangledModel<?>>> others) {
    return new Candidates(others, grid, models);
  }

  Candidates withGrid(List<ParamMap> points) {
    return new Candidates(estimators, points, models);
  }

  Candidates withModels(List<? extends DisentangledModel<?>> trained) {
    return new Candidates(estimators, grid, List.copyOf(trained));
  }

  /** Values are applied to the estimators that they are of. */
  Candidates copy(ParamMap extra) {
    List<Estimator<? extends DisentangledModel<?>>> copies = new ArrayList<>();
    estimators.forEach(estimator -> copies.add(estimator.copy(extra)));
    return withEstimators(copies);
  }

  /** Whether a grid was given besides several estimators. */
  boolean isGridOfSeveral() {
    return estimators.size() > 1 && grid.stream().anyMatch(point -> point.size() > 0);
  }

  void write(StageFiles files) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("models", models.size());
    NumberedModels.write(models, files);
    if (estimators.size() == 1) {
      StoredStage.save(estimators.get(0), files, ESTIMATOR);
      ArrayNode points = json.putArray(GRID);
      for (ParamMap point : grid) {
        ObjectNode values = points.addObject();
        for (ParamPair<?> pair : JavaConverters.seqAsJavaList(point.toSeq())) {
          values.set(pair.param().name(), encoded(pair));
        }
      }
    } else if (!estimators.isEmpty()) {
      json.put(SEVERAL, estimators.size());
      for (int i = 0; i < estimators.size(); i++) {
        StoredStage.save(estimators.get(i), files, numbered(i));
      }
    }
    try (OutputStream out = files.create(FILE)) {
      out.write(JSON.writeValueAsBytes(json));
    }
  }

  private static <V> JsonNode encoded(ParamPair<V> pair) throws IOException {
    return JSON.readTree(pair.param().jsonEncode(pair.value()));
  }

  static Candidates read(StageFiles files) throws IOException {
    JsonNode json;
    try (InputStream in = files.open(FILE)) {
      json = JSON.readTree(in);
    }
    List<DisentangledModel<?>> models = NumberedModels.read(json.required("models").asInt(), files);
    if (json.has(SEVERAL)) {
      List<Estimator<? extends DisentangledModel<?>>> several = new ArrayList<>();
      for (int i = 0; i < json.get(SEVERAL).asInt(); i++) {
        several.add(estimator(files, numbered(i)));
      }
      return NONE.withEstimators(several).withModels(models);
    }
    if (!json.has(GRID)) {
      return NONE.withModels(models);
    }
    Estimator<? extends DisentangledModel<?>> estimator = estimator(files, ESTIMATOR);
    List<ParamMap> grid = new ArrayList<>();
    for (JsonNode point : json.get(GRID)) {
      ParamMap values = new ParamMap();
      for (Map.Entry<String, JsonNode> value : point.properties()) {
        Param<Object> param = estimator.getParam(value.getKey());
        values.put(param, WrittenValue.decode(param, value.getValue().toString()));
      }
      grid.add(values);
    }
    return new Candidates(List.of(estimator), grid, models);
  }

  @SuppressWarnings("unchecked") // only such an estimator can have been set
  private static Estimator<? extends DisentangledModel<?>> estimator(
      StageFiles files, String name) {
    return StoredStage.load(Estimator.class, files.session(), files.path(name));
  }

  private static String numbered(int estimator) {
    return SEVERAL + "/" + estimator;
  }
}
