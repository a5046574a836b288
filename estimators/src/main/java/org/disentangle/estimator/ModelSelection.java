// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.disentangle.selection.CandidateName;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageFiles;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageWriter;
import org.disentangle.stage.StageWriter.SavingCheck;

/**
 * Trains one or several estimators several times, with other seeds and values, or takes models that
 * are trained already, and yields the best by what the subclass measures.
 *
 * <pre>{@code
 * SelectedModel selected = new ModelCentrality().setEstimator(infoGanCr).setNumRuns(10).fit(images);
 * }</pre>
 *
 * <p>Run r has the grid point r div {@code numRuns} and the seed {@code seed + r mod numRuns}. Of
 * several estimators each is trained {@code numRuns} times, in their order, with these seeds:
 *
 * <pre>{@code
 * SelectedModel selected =
 *     new ModelCentrality().setEstimators(infoGanCr, betaTcVae, factorVae).setNumRuns(3).fit(images);
 * }</pre>
 *
 * <p>The result is the same bit by bit whatever the parallelism and however often it was
 * interrupted.
 *
 * @param <T> the concrete selection
 */
public abstract class ModelSelection<T extends ModelSelection<T>> extends Estimator<SelectedModel>
    implements SelectionParams<T>, StageParams<T>, PersistentStage {

  /** Models to choose from, at the most: all of them are held, and each is compared with all. */
  public static final int MOST_MODELS = 100_000;

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

  /** What is trained, instead of what was set before. Listeners stay on it. */
  public T setEstimator(Estimator<? extends DisentangledModel<?>> estimator) {
    candidates = candidates.withEstimators(estimator == null ? List.of() : List.of(estimator));
    return self();
  }

  /**
   * Several systems, or one with several settings, each to be trained {@code numRuns} times,
   * instead of what was set before. Listeners stay on each.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  public final T setEstimators(Estimator<? extends DisentangledModel<?>>... estimators) {
    return setEstimators(List.of(estimators));
  }

  /** The same of a list. */
  public final T setEstimators(List<Estimator<? extends DisentangledModel<?>>> estimators) {
    candidates = candidates.withEstimators(estimators);
    return self();
  }

  /**
   * Grid points, as {@code ParamGridBuilder} makes them, of a single estimator; by default one with
   * nothing in it.
   */
  public T setEstimatorParamMaps(ParamMap... grid) {
    candidates = candidates.withGrid(List.of(grid));
    return self();
  }

  /** Models that are trained already, to be chosen from instead of training. */
  public T setModels(List<? extends DisentangledModel<?>> models) {
    candidates = candidates.withModels(models);
    return self();
  }

  /**
   * Scores models.
   *
   * @param models at least two, of images of one shape
   * @param data what {@code fit} was given
   */
  abstract Ranked rank(List<DisentangledModel<?>> models, Dataset<?> data);

  /**
   * The schema of what the selected model makes of this input; of several estimators that of the
   * first, whose columns those of the others equal but for their metadata.
   *
   * @throws org.disentangle.error.InvalidInputException if there is nothing to choose from, an
   *     estimator or the models refuse the input, or estimators make other columns of it
   */
  @Override
  public StructType transformSchema(StructType schema) {
    requireSeveral();
    if (!candidates.models().isEmpty()) {
      return accepted(candidates.models().get(0), schema);
    }
    StructType made = accepted(run(0), schema);
    for (int first = runsEach(); first < numTrainings(); first += runsEach()) {
      StructType other = accepted(run(first), schema);
      if (!columns(other, schema).equals(columns(made, schema))) {
        throw InputErrors.of(this)
            .parameter(
                "estimators",
                columns(other, schema) + " of " + run(first).uid(),
                columns(made, schema) + ", the columns of " + run(0).uid(),
                "Give all estimators the same output columns and image format.");
      }
    }
    return made;
  }

  private StructType accepted(PipelineStage stage, StructType schema) {
    try {
      return stage.transformSchema(schema);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).refused(refusal);
    }
  }

  /** Columns that a model appends to its input. */
  private static List<String> columns(StructType made, StructType input) {
    return Arrays.stream(made.fields())
        .filter(field -> !List.of(input.fieldNames()).contains(field.name()))
        .map(field -> field.name() + " " + field.dataType().simpleString())
        .toList();
  }

  /**
   * Trains what is to be trained, and selects.
   *
   * @throws org.disentangle.error.InvalidInputException if the schema or the Params are refused, or
   *     {@code subModelDir} cannot be used; nothing was trained then
   */
  @Override
  public SelectedModel fit(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    transformSchema(dataset.schema());
    SavingCheck.check(this);
    List<DisentangledModel<?>> models = candidates.models();
    if (models.isEmpty()) {
      List<Estimator<? extends DisentangledModel<?>>> runs = runs();
      Optional<SubModelFolder> folder =
          getSubModelDir().isEmpty()
              ? Optional.empty()
              : Optional.of(SubModelFolder.open(this, runs, dataset.sparkSession()));
      models = new SubModels(runs, getParallelism()).of(dataset, folder);
    }
    Ranked ranked = rank(models, dataset).named(CandidateName.all(models));
    return new SelectedModel(uid(), models, ranked).setParent(this);
  }

  /** The estimators of all runs. */
  private List<Estimator<? extends DisentangledModel<?>>> runs() {
    return IntStream.range(0, numTrainings()).mapToObj(this::run).toList();
  }

  private int numTrainings() {
    return candidates.estimators().size() * runsEach();
  }

  /** Runs of each estimator. */
  private int runsEach() {
    return candidates.grid().size() * getNumRuns();
  }

  private Estimator<? extends DisentangledModel<?>> run(int number) {
    int own = number % runsEach();
    Estimator<? extends DisentangledModel<?>> copy =
        candidates
            .estimators()
            .get(number / runsEach())
            .copy(candidates.grid().get(own / getNumRuns()));
    copy.set(copy.getParam(SEED), (Object) (getSeed() + own % getNumRuns()));
    return copy;
  }

  private void requireSeveral() {
    InputErrors errors = InputErrors.of(this);
    if (candidates.models().isEmpty() && candidates.estimators().isEmpty()) {
      throw errors.parameter(
          "estimator",
          "none",
          "an estimator, or models that are trained already",
          "Call setEstimator: it is not a Param, and no grid can set it.");
    }
    requireNoGridOfSeveral();
    long several =
        candidates.models().isEmpty()
            ? (long) candidates.estimators().size() * candidates.grid().size() * getNumRuns()
            : candidates.models().size();
    if (several < 2 || several > MOST_MODELS) {
      throw errors.parameter(
          candidates.models().isEmpty() ? "numRuns" : "models",
          several,
          several < 2
              ? "at least 2 models to choose from"
              : String.format(Locale.ROOT, "at most %d models to choose from", MOST_MODELS));
    }
    for (Estimator<?> estimator : candidates.estimators()) {
      if (estimator instanceof HasRounds<?> rounds && !rounds.getCheckpointDir().isEmpty()) {
        throw errors.parameter(
            "estimator",
            new StringBuilder("one whose checkpointDir is ").append(rounds.getCheckpointDir()),
            "an estimator without, as a checkpointDir is for one training alone");
      }
      if (!estimator.hasParam(SEED)) {
        throw errors.parameter(
            "estimator",
            estimator.uid(),
            "an estimator with a Param seed",
            "Take an estimator of this library.");
      }
    }
  }

  private void requireNoGridOfSeveral() {
    if (candidates.isGridOfSeveral()) {
      throw InputErrors.of(this)
          .parameter(
              "estimatorParamMaps",
              candidates.grid().size(),
              "no grid points, since several estimators are given",
              "Call setEstimators with a copy of the estimator for each point.");
    }
  }

  /** Values of the estimators are applied to them, as by {@code CrossValidator}. */
  @Override
  @SuppressWarnings("unchecked") // a copy is of this class
  public T copy(ParamMap extra) {
    T copy = (T) defaultCopy(extra);
    ((ModelSelection<?>) copy).candidates = candidates.copy(extra);
    return copy;
  }

  @Override
  public StageWriter write() {
    return new StageWriter(this, this::writeCandidates);
  }

  /**
   * @throws InvalidInputException if there are several estimators and a grid
   */
  void writeCandidates(StageFiles files) throws IOException {
    requireNoGridOfSeveral();
    candidates.write(files);
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
