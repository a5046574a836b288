// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageWriter;
import org.disentangle.stage.StageWriter.SavingCheck;

/**
 * Trains an estimator several times, with other seeds and values, or takes models that are trained
 * already, and yields the best by what the subclass measures.
 *
 * <pre>{@code
 * SelectedModel selected = new ModelCentrality().setEstimator(infoGanCr).setNumRuns(10).fit(images);
 * }</pre>
 *
 * <p>Run r has the grid point r div {@code numRuns} and the seed {@code seed + r mod numRuns}. The
 * result is the same bit by bit whatever the parallelism and however often it was interrupted.
 *
 * @param <T> the concrete selection
 */
public abstract class ModelSelection<T extends ModelSelection<T>> extends Estimator<SelectedModel>
    implements SelectionParams<T>, PersistentStage {

  private static final String SEED = "seed";

  private final ParamTable declared;
  private Candidates candidates = Candidates.NONE;

  ModelSelection(String uid) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /** What is trained. Listeners stay on it. */
  public T setEstimator(Estimator<? extends DisentangledModel<?>> estimator) {
    candidates = candidates.withEstimator(estimator);
    return self();
  }

  /** Grid points, as {@code ParamGridBuilder} makes them; by default one with nothing in it. */
  public T setEstimatorParamMaps(ParamMap... grid) {
    candidates = candidates.withGrid(List.of(grid));
    return self();
  }

  /** Models that are trained already, to be chosen from instead of training. */
  public T setModels(List<? extends DisentangledModel<?>> models) {
    candidates = candidates.withModels(models);
    return self();
  }

  Candidates candidates() {
    return candidates;
  }

  /**
   * Scores models.
   *
   * @param models at least two, of images of one shape
   * @param data what {@code fit} was given
   */
  abstract Ranked rank(List<DisentangledModel<?>> models, Dataset<?> data);

  /**
   * The schema of what the selected model makes of this input.
   *
   * @throws org.disentangle.error.InvalidInputException if there is nothing to choose from, or the
   *     estimator or the models refuse the input
   */
  @Override
  public StructType transformSchema(StructType schema) {
    requireSeveral();
    PipelineStage first = candidates.models().isEmpty() ? run(0) : candidates.models().get(0);
    try {
      return first.transformSchema(schema);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).refused(refusal);
    }
  }

  /**
   * Trains what is to be trained, and selects.
   *
   * @throws org.disentangle.error.InvalidInputException if the schema or the Params are refused, or
   *     {@code subModelDir} cannot be used; nothing was trained then
   */
  @Override
  public SelectedModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    SavingCheck.check(this);
    List<DisentangledModel<?>> models = candidates.models();
    if (models.isEmpty()) {
      Optional<SubModelFolder> folder =
          getSubModelDir().isEmpty()
              ? Optional.empty()
              : Optional.of(SubModelFolder.open(this, dataset.sparkSession()));
      models = new SubModels(runs(), getParallelism()).of(dataset, folder);
    }
    return new SelectedModel(uid(), models, rank(models, dataset)).setParent(this);
  }

  /** The estimators of all runs. */
  private List<Estimator<? extends DisentangledModel<?>>> runs() {
    return IntStream.range(0, numTrainings()).mapToObj(this::run).toList();
  }

  private int numTrainings() {
    return candidates.grid().size() * getNumRuns();
  }

  private Estimator<? extends DisentangledModel<?>> run(int number) {
    Estimator<? extends DisentangledModel<?>> copy =
        candidates.estimator().copy(candidates.grid().get(number / getNumRuns()));
    copy.set(copy.getParam(SEED), (Object) (getSeed() + number % getNumRuns()));
    return copy;
  }

  private void requireSeveral() {
    InputErrors errors = InputErrors.of(this);
    if (candidates.models().isEmpty() && candidates.estimator() == null) {
      throw errors.parameter(
          "estimator",
          "none",
          "an estimator, or models that are trained already",
          "Call setEstimator: it is not a Param, and no grid can set it.");
    }
    int several = candidates.models().isEmpty() ? numTrainings() : candidates.models().size();
    if (several < 2) {
      throw errors.parameter(
          candidates.models().isEmpty() ? "numRuns" : "models",
          several,
          "at least 2 models to choose from");
    }
    if (candidates.estimator() instanceof HasRounds<?> rounds
        && !rounds.getCheckpointDir().isEmpty()) {
      throw errors.parameter(
          "estimator",
          new StringBuilder("one whose checkpointDir is ").append(rounds.getCheckpointDir()),
          "an estimator without, as a checkpointDir is for one training alone");
    }
    if (candidates.estimator() != null && !candidates.estimator().hasParam(SEED)) {
      throw errors.parameter(
          "estimator",
          candidates.estimator().uid(),
          "an estimator with a Param seed",
          "Take an estimator of this library.");
    }
  }

  /** Values of the estimator are applied to it, as by {@code CrossValidator}. */
  @Override
  @SuppressWarnings("unchecked") // a copy is of this class
  public T copy(ParamMap extra) {
    T copy = (T) defaultCopy(extra);
    ((ModelSelection<?>) copy).candidates = candidates.copy(extra);
    return copy;
  }

  @Override
  public StageWriter write() {
    return new StageWriter(this, candidates::write);
  }

  T withCandidates(Candidates loaded) {
    candidates = loaded;
    return self();
  }

  @SuppressWarnings("unchecked") // T is the class of this
  private T self() {
    return (T) this;
  }
}
