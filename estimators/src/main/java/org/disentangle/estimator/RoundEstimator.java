// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.InitialWeights;
import org.disentangle.model.ModelText;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.stage.EvaluatorsParam;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageWriter;
import org.disentangle.train.History;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.Watching;
import org.disentangle.train.round.RoundLoop;
import org.disentangle.train.shard.DataFingerprint;
import org.disentangle.train.shard.PackedImage;

/**
 * An estimator of one of the papers' systems, which trains in rounds: its Params, whose defaults
 * follow the preset, its listeners, and its run of the round loop, watched if it is to be.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 */
public abstract class RoundEstimator<
        E extends RoundEstimator<E, M>, M extends Model<M> & TrainedModel>
    extends Estimator<M> implements TrainsInRounds<E>, StageParams<E>, PersistentStage {

  private static final String DIRECTORY = "parameter checkpointDir";

  private final ParamTable declared;
  private transient List<TrainingListener> listeners;
  private transient List<ModelListener> modelListeners;

  /** Subclasses end their constructors with {@code declared().declareAll()}. */
  RoundEstimator(String uid) {
    declared = new ParamTable(this, uid);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  @Override
  public String explainParam(Param<?> param) {
    return declared.explain(param);
  }

  /** Presets' values follow the preset. */
  @Override
  public void onParamChange(Param<?> param) {
    declared.deriveDefaults();
  }

  @Override
  public E addListener(TrainingListener listener) {
    List<TrainingListener> extended = new ArrayList<>(listeners());
    extended.add(InputErrors.given(this, "listener", listener, "a TrainingListener"));
    listeners = extended;
    return self();
  }

  @Override
  public E addModelListener(ModelListener listener) {
    List<ModelListener> extended = new ArrayList<>(modelListeners());
    extended.add(InputErrors.given(this, "listener", listener, "a ModelListener"));
    modelListeners = extended;
    return self();
  }

  /** None after deserialisation. */
  private List<TrainingListener> listeners() {
    return listeners == null ? List.of() : listeners;
  }

  private List<ModelListener> modelListeners() {
    return modelListeners == null ? List.of() : modelListeners;
  }

  /**
   * Makes a model, which has the Params it shares with this.
   *
   * @param <M> the model
   */
  @FunctionalInterface
  interface Modelling<M> {
    M model(TrainingState state, History history, TrainedWith trainedWith);
  }

  /**
   * Runs the round loop on decoded images. It is logged, and what is refused before the first round
   * names this stage.
   *
   * @param rows of the images, and those to score
   * @throws InvalidInputException if images, checkpoints or initial weights cannot be used; nothing
   *     was trained or written
   */
  M train(
      TrainingProcedure procedure,
      ValidationRows rows,
      JavaRDD<PackedImage> images,
      Modelling<M> modelling) {
    requireCheckpointDir(images.context().hadoopConfiguration());
    if (!getCheckpointDir().isEmpty()) {
      sayIfRounded(checkpointInterval(), getCheckpointInterval());
    }
    if (isWatched()) {
      sayIfRounded(evaluationInterval(), getEvaluationInterval());
    }
    List<TrainingListener> all = new ArrayList<>(listeners());
    all.add(new LoggingListener());
    TrainedWith ahead = TrainedWith.of(this, ON_THE_WAY, DataFingerprint.UNKNOWN);
    RoundLoop loop =
        new RoundLoop(procedure, trainingSettings())
            .describedBy(ModelText.of(modelling.model(null, null, ahead), ahead));
    if (!getInitialModel().isEmpty()) {
      loop.startingFrom(initialState(procedure, rows.scored().sparkSession()));
    }
    try (rows) {
      if (isWatched()) {
        rows.hold(this);
        loop.watchedBy(watching(rows, procedure.lossNames(), modelling, ahead));
      }
      TrainingResult result = loop.runPacked(images, all);
      TrainedWith with = TrainedWith.of(this, ON_THE_WAY, result.data());
      return modelling
          .model(
              result.state(),
              result.history(),
              result.history().kept().map(with::keeping).orElse(with))
          .setParent(this);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).named(refusal);
    }
  }

  /** What happens between rounds happens at their ends alone. */
  private void sayIfRounded(IntParam interval, int iterations) {
    if (isSet(interval)) {
      new RoundedInterval(
              interval.name(),
              iterations,
              averagingFrequency().name(),
              getAveragingFrequency(),
              getMaxIter())
          .log();
    }
  }

  private TrainingState initialState(TrainingProcedure procedure, SparkSession session) {
    return InitialWeights.load(InputErrors.of(this), session, getInitialModel())
        .into(procedure.initialState(getSeed()), procedure.architectures(), getInitialOptimiser());
  }

  private Watching watching(
      ValidationRows rows, List<String> losses, Modelling<M> modelling, TrainedWith ahead) {
    History none = new History(losses, List.of());
    return new Watching(
        new ModelScorer<M>(
            InputErrors.of(this).stage(),
            getEvaluators(),
            rows.scored(),
            state -> modelling.model(state, none, ahead),
            modelListeners()),
        getEvaluationInterval(),
        getKeepBest(),
        getEvaluationPatience());
  }

  /** Refuses a directory that checkpoints cannot be written to. */
  private void requireCheckpointDir(Configuration hadoop) {
    if (!getCheckpointDir().isEmpty()) {
      InputErrors errors = InputErrors.of(this);
      QualifiedPath.of(errors, DIRECTORY, getCheckpointDir(), hadoop)
          .requireWritable(errors, DIRECTORY);
    }
  }

  /** Gives a model the Params it shares with this; a training's usual batch is not the model's. */
  M withParams(M model) {
    Param<Object> batchSize = model.getParam("batchSize");
    Object usual = model.getDefault(batchSize).get();
    copyValues(model, ParamMap.empty());
    model.setDefault(batchSize, usual);
    return model;
  }

  @Override
  @SuppressWarnings("unchecked") // a copy is of this class
  public E copy(ParamMap extra) {
    E copy = (E) defaultCopy(extra);
    copy.declared().deriveDefaults(); // the copied ones were those of this one's preset
    ((RoundEstimator<?, ?>) copy).listeners = listeners;
    ((RoundEstimator<?, ?>) copy).modelListeners = modelListeners;
    return copy;
  }

  /** Refuses to save Evaluators that are more than their Params. */
  @Override
  public StageWriter write() {
    return new StageWriter(
        this,
        files -> {
          for (Evaluator evaluator : getEvaluators()) {
            if (!EvaluatorsParam.isSavable(evaluator)) {
              throw InputErrors.of(this)
                  .parameter(
                      "evaluators",
                      evaluator.getClass().getName(),
                      "Evaluators that are no more than their Params (DefaultParamsWritable)");
            }
          }
        });
  }

  @SuppressWarnings("unchecked") // E is the class of this
  private E self() {
    return (E) this;
  }
}
