// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageFiles;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;

/**
 * The best of several models by a selection such as ModelCentrality, with all of them, their scores
 * and what these were made from. {@code transform} is that of the best one, whose Params are set on
 * {@link #best()}.
 */
public final class SelectedModel extends Model<SelectedModel>
    implements StageParams<SelectedModel>, PersistentStage {

  private final ParamTable declared;
  private final List<DisentangledModel<?>> models;
  private final Ranked ranked;

  /**
   * Without models, only so that a server of Spark Connect finds the class: whatever needs them is
   * refused. Select or {@link #load} a model instead.
   */
  public SelectedModel() {
    this(Identifiable$.MODULE$.randomUID("selectedModel"), List.of(), null);
  }

  /**
   * @param uid the estimator's uid
   * @param models in the order of the scores
   */
  public SelectedModel(String uid, List<? extends DisentangledModel<?>> models, Ranked ranked) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
    this.models = List.copyOf(models);
    this.ranked = ranked;
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** The model that was selected. */
  public DisentangledModel<?> best() {
    return models.get(ranked().selected());
  }

  /** All models, in the order of their runs. */
  public List<DisentangledModel<?>> models() {
    return models;
  }

  /** Params and data of the training of the best model; also after loading. */
  public TrainedWith trainedWith() {
    return best().trainedWith();
  }

  /**
   * Scores and ranking.
   *
   * @throws org.disentangle.error.InvalidInputException if this was made without models
   */
  public Ranked ranked() {
    return TrainedData.of(this, ranked);
  }

  /**
   * @throws org.disentangle.error.InvalidInputException as {@link
   *     DisentangledModel#transformSchema}
   */
  @Override
  public StructType transformSchema(StructType schema) {
    try {
      return best().transformSchema(schema);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).refused(refusal);
    }
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    transformSchema(dataset.schema());
    return best().transform(dataset);
  }

  @Override
  public String toString() {
    if (ranked == null) {
      return TrainedData.without(this);
    }
    return String.format(
        Locale.ROOT,
        "SelectedModel: uid=%s, model %d of %d by %s",
        uid(),
        ranked.selected(),
        models.size(),
        ranked.method());
  }

  /** Params of the best model are applied to it. */
  @Override
  public SelectedModel copy(ParamMap extra) {
    List<DisentangledModel<?>> copies = new ArrayList<>();
    models.forEach(model -> copies.add(model.copy(extra)));
    return copyValues(new SelectedModel(uid(), copies, ranked), extra).setParent(parent());
  }

  @Override
  public StageWriter write() {
    Ranked scores = ranked();
    return new StageWriter(this, files -> SelectedFiles.write(models, scores, files));
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<SelectedModel> read() {
    return new StageReader<>(SelectedModel.class, SelectedFiles::read);
  }

  /**
   * Loads a model with all models it was selected from.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static SelectedModel load(String path) {
    return read().load(path);
  }

  /** The data part of a saved selection: {@code selection.json}, and a folder per model. */
  private static final class SelectedFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECTION = "selection.json";

    private SelectedFiles() {}

    static void write(List<DisentangledModel<?>> models, Ranked ranked, StageFiles files)
        throws IOException {
      NumberedModels.write(models, files);
      NetworkFiles.text(files, SELECTION, JSON.writeValueAsString(ranked));
    }

    /**
     * @throws org.disentangle.error.InvalidInputException if a file is missing, damaged or does not
     *     fit the others
     */
    static SelectedModel read(String uid, StageFiles files) {
      Ranked ranked =
          new NetworkFiles(files, uid).reading(SELECTION, in -> ranked(JSON.readTree(in)));
      return new SelectedModel(uid, NumberedModels.read(ranked.scores().length, files), ranked);
    }

    private static Ranked ranked(JsonNode json) throws IOException {
      double[] scores = JSON.treeToValue(json.required("scores"), double[].class);
      int[] ranking = JSON.treeToValue(json.required("ranking"), int[].class);
      double[][] matrix = JSON.treeToValue(json.required("matrix"), double[][].class);
      if (scores.length == 0
          || ranking.length != scores.length
          || json.has("names") && json.get("names").size() != scores.length
          || Arrays.stream(ranking).anyMatch(i -> i < 0 || i >= scores.length)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%d scores and %d ranks", scores.length, ranking.length));
      }
      Ranked ranked = new Ranked(json.required("method").asText(), scores, ranking, matrix);
      return json.has("names")
          ? ranked.named(List.of(JSON.treeToValue(json.get("names"), String[].class)))
          : ranked;
    }
  }
}
