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
import scala.collection.JavaConverters;

/**
 * What a selection chooses from, saved with it in {@code candidates.json}, {@code estimator} and
 * {@code models}.
 *
 * @param estimator what is trained; null if nothing was given
 * @param grid at least one point
 * @param models trained models; empty if the estimator is to be trained
 */
record Candidates(
    Estimator<? extends DisentangledModel<?>> estimator,
    List<ParamMap> grid,
    List<DisentangledModel<?>> models)
    implements Serializable {

  static final Candidates NONE = new Candidates(null, List.of(new ParamMap()), List.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "candidates.json";
  private static final String ESTIMATOR = "estimator";
  private static final String GRID = "grid";

  Candidates {
    grid = grid.isEmpty() ? List.of(new ParamMap()) : List.copyOf(grid);
    models = List.copyOf(models);
  }

  Candidates withEstimator(Estimator<? extends DisentangledModel<?>> other) {
    return new Candidates(other, grid, models);
  }

  Candidates withGrid(List<ParamMap> points) {
    return new Candidates(estimator, points, models);
  }

  Candidates withModels(List<? extends DisentangledModel<?>> trained) {
    return new Candidates(estimator, grid, List.copyOf(trained));
  }

  Candidates copy(ParamMap extra) {
    return estimator == null ? this : withEstimator(estimator.copy(extra));
  }

  void write(StageFiles files) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("models", models.size());
    NumberedModels.write(models, files);
    if (estimator != null) {
      StoredStage.save(estimator, files, ESTIMATOR);
      ArrayNode points = json.putArray(GRID);
      for (ParamMap point : grid) {
        ObjectNode values = points.addObject();
        for (ParamPair<?> pair : JavaConverters.seqAsJavaList(point.toSeq())) {
          values.set(pair.param().name(), encoded(pair));
        }
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
    if (!json.has(GRID)) {
      return NONE.withModels(models);
    }
    @SuppressWarnings("unchecked") // only such an estimator can have been set
    Estimator<? extends DisentangledModel<?>> estimator =
        StoredStage.load(Estimator.class, files.session(), files.path(ESTIMATOR));
    List<ParamMap> grid = new ArrayList<>();
    for (JsonNode point : json.get(GRID)) {
      ParamMap values = new ParamMap();
      for (Map.Entry<String, JsonNode> value : point.properties()) {
        Param<Object> param = estimator.getParam(value.getKey());
        values.put(param, param.jsonDecode(value.getValue().toString()));
      }
      grid.add(values);
    }
    return new Candidates(estimator, grid, models);
  }
}
