// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.train.LoggingListener;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingResult;
import org.disentangle.train.round.RoundLoop;
import org.disentangle.train.shard.PackedImage;

/**
 * An estimator of one of the papers' systems, which trains in rounds: its Params, whose defaults
 * follow the preset, its listeners, and its run of the round loop.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 */
public abstract class RoundEstimator<
        E extends RoundEstimator<E, M>, M extends Model<M> & TrainedModel>
    extends Estimator<M> implements TrainsInRounds<E>, PersistentStage {

  private static final String DIRECTORY = "parameter checkpointDir";

  private final ParamTable declared;
  private transient List<TrainingListener> listeners;

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
    extended.add(listener);
    listeners = extended;
    return self();
  }

  /** None after deserialisation. */
  private List<TrainingListener> listeners() {
    return listeners == null ? List.of() : listeners;
  }

  /**
   * Runs the round loop on decoded images. It is logged, and what is refused before the first round
   * names this stage.
   *
   * @throws InvalidInputException if images or checkpoints cannot be used; nothing was trained or
   *     written
   */
  TrainingResult train(TrainingProcedure procedure, JavaRDD<PackedImage> images) {
    requireCheckpointDir(images.context().hadoopConfiguration());
    List<TrainingListener> all = new ArrayList<>(listeners());
    all.add(new LoggingListener());
    try {
      return new RoundLoop(procedure, trainingSettings()).runPacked(images, all);
    } catch (InvalidInputException refusal) {
      throw InputErrors.of(this).named(refusal);
    }
  }

  /** Refuses a directory that checkpoints cannot be written to. */
  private void requireCheckpointDir(Configuration hadoop) {
    if (!getCheckpointDir().isEmpty()) {
      InputErrors errors = InputErrors.of(this);
      QualifiedPath.of(errors, DIRECTORY, getCheckpointDir(), hadoop)
          .requireWritable(errors, DIRECTORY);
    }
  }

  /** The Params and data of a training, which are kept with the model. */
  TrainedWith trainedWith(TrainingResult result) {
    return TrainedWith.of(this, ON_THE_WAY, result.data());
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
    return copy;
  }

  @SuppressWarnings("unchecked") // E is the class of this
  private E self() {
    return (E) this;
  }
}
