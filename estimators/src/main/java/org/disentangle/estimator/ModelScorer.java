// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.TrainingState;
import org.disentangle.selection.SelfAgreement;
import org.disentangle.train.History;
import org.disentangle.train.StateScorer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores the models of a training on its way: by Evaluators on rows, or where there are none by
 * their agreement with themselves. A score that fails is NaN.
 *
 * @param <M> the model
 */
final class ModelScorer<M extends Model<M> & TrainedModel> implements StateScorer {

  private static final Logger LOG = LoggerFactory.getLogger(ModelScorer.class);
  private static final String METRIC_NAME = "metricName";

  private final String stage;
  private final Map<String, Evaluator> evaluators;
  private final Dataset<Row> rows;
  private final Function<TrainingState, M> models;
  private final List<ModelListener> listeners;

  /**
   * @param stage what warnings call the Estimator
   * @param evaluators what scores; none for agreement
   * @param rows what models are scored on
   * @param models makes the model of a state
   */
  ModelScorer(
      String stage,
      Evaluator[] evaluators,
      Dataset<Row> rows,
      Function<TrainingState, M> models,
      List<ModelListener> listeners) {
    this.stage = stage;
    this.evaluators = named(evaluators);
    this.rows = rows;
    this.models = models;
    this.listeners = listeners;
  }

  /** By the names of their metrics; of several of one name the second is NAME_2, and so on. */
  private static Map<String, Evaluator> named(Evaluator[] evaluators) {
    Map<String, Evaluator> named = new LinkedHashMap<>();
    for (Evaluator evaluator : evaluators) {
      String metric =
          evaluator.hasParam(METRIC_NAME) && evaluator.isDefined(evaluator.getParam(METRIC_NAME))
              ? evaluator.getOrDefault(evaluator.getParam(METRIC_NAME)).toString()
              : evaluator.getClass().getSimpleName();
      String name = metric;
      for (int number = 2; named.containsKey(name) || History.isColumn(name); number++) {
        name = String.format(Locale.ROOT, "%s_%d", metric, number);
      }
      named.put(name, evaluator);
    }
    return named;
  }

  @Override
  public List<String> names() {
    return evaluators.isEmpty() ? List.of(SelfAgreement.NAME) : List.copyOf(evaluators.keySet());
  }

  @Override
  public boolean isLargerBetter() {
    return evaluators.isEmpty() || evaluators.values().iterator().next().isLargerBetter();
  }

  @Override
  public Map<String, Double> score(TrainingState state) {
    long start = System.nanoTime();
    M model = models.apply(state);
    Map<String, Double> scores = new LinkedHashMap<>();
    if (evaluators.isEmpty()) {
      scores.put(
          SelfAgreement.NAME,
          number(
              SelfAgreement.NAME,
              state,
              rows,
              any -> SelfAgreement.of(rows.sparkSession(), (DisentangledModel<?>) model)));
    } else {
      scores.putAll(evaluated(model, state));
    }
    if (LOG.isInfoEnabled()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      LOG.info(
          String.format(
              Locale.ROOT,
              "%s: iteration %d was evaluated in %.1f s: %s",
              stage,
              state.iteration(),
              seconds,
              scores));
    }
    for (ModelListener listener : listeners) {
      listener.afterEvaluation(state.iteration(), model, scores);
    }
    return scores;
  }

  private Map<String, Double> evaluated(M model, TrainingState state) {
    Dataset<Row> made = model.transform(rows);
    boolean several = evaluators.size() > 1;
    if (several) {
      made.persist(StorageLevel.MEMORY_AND_DISK());
    }
    try {
      Map<String, Double> scores = new LinkedHashMap<>();
      evaluators.forEach(
          (name, evaluator) -> scores.put(name, number(name, state, made, evaluator::evaluate)));
      return scores;
    } finally {
      if (several) {
        made.unpersist();
      }
    }
  }

  private double number(
      String name, TrainingState state, Dataset<Row> made, ToDoubleFunction<Dataset<Row>> score) {
    double value;
    try {
      value = score.applyAsDouble(made);
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (Thread.currentThread().isInterrupted() || (Throwable) e instanceof InterruptedException) {
        throw e;
      }
      LOG.warn(
          "{}: {} of iteration {} failed and is recorded as NaN; training goes on.",
          stage,
          name,
          state.iteration(),
          e);
      return Double.NaN;
    }
    if (Double.isNaN(value)) {
      LOG.warn("{}: {} of iteration {} is NaN.", stage, name, state.iteration());
    }
    return value;
  }
}
