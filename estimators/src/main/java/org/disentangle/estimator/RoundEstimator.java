package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.model.TrainedModel;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.train.TrainingListener;

/**
 * An estimator that trains in rounds: its Params, whose defaults follow the preset, and its
 * listeners.
 *
 * @param <E> the concrete estimator
 * @param <M> its model
 */
public abstract class RoundEstimator<
        E extends RoundEstimator<E, M>, M extends Model<M> & TrainedModel>
    extends Estimator<M> implements TrainsInRounds<E>, PersistentStage {

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
  List<TrainingListener> listeners() {
    return listeners == null ? List.of() : listeners;
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
