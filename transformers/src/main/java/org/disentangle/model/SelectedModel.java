package org.disentangle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
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
    return models.get(ranked.selected());
  }

  /** All models, in the order of their runs. */
  public List<DisentangledModel<?>> models() {
    return models;
  }

  /** Params and data of the training of the best model; also after loading. */
  public TrainedWith trainedWith() {
    return best().trainedWith();
  }

  /** Scores and ranking. */
  public Ranked ranked() {
    return ranked;
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
    transformSchema(dataset.schema());
    return best().transform(dataset);
  }

  @Override
  public String toString() {
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
    return new StageWriter(this, files -> SelectedFiles.write(models, ranked, files));
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
}
