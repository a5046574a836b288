// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.disentangle.metric.selection.Ranking;
import org.disentangle.model.DisentangledModel;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;
import org.disentangle.stage.StageWriter;
import org.disentangle.stage.StoredStage;

/**
 * Chooses the model that an evaluator scores best, for data with known factors: what the selections
 * without labels are compared with. The score is the evaluator's, with the sign changed where a
 * smaller one is better.
 */
public final class SupervisedSelection extends ModelSelection<SupervisedSelection> {

  private static final String EVALUATOR = "evaluator";

  private Evaluator evaluator;

  public SupervisedSelection() {
    this(Identifiable$.MODULE$.randomUID("supervisedSelection"));
  }

  public SupervisedSelection(String uid) {
    super(uid);
  }

  /** What scores the rows that each model makes of the data. */
  public SupervisedSelection setEvaluator(Evaluator evaluator) {
    this.evaluator = evaluator;
    return this;
  }

  /**
   * @throws org.disentangle.error.InvalidInputException as for every selection, and if no evaluator
   *     was set
   */
  @Override
  public StructType transformSchema(StructType schema) {
    if (evaluator == null) {
      throw InputErrors.of(this)
          .parameter(
              EVALUATOR,
              "none",
              "an evaluator",
              "Call setEvaluator: it is not a Param, and no grid can set it.");
    }
    return super.transformSchema(schema);
  }

  @Override
  Ranked rank(List<DisentangledModel<?>> models, Dataset<?> data) {
    double sign = evaluator.isLargerBetter() ? 1 : -1;
    double[] scores =
        models.stream()
            .mapToDouble(
                model -> {
                  DisentangledModel<?> encoder =
                      model.copy(new ParamMap()).setAppendGenerated(false);
                  return sign * evaluator.evaluate(encoder.transform(data));
                })
            .toArray();
    return new Ranked("supervised", scores, Ranking.descending(scores), new double[0][]);
  }

  @Override
  public SupervisedSelection copy(ParamMap extra) {
    return super.copy(extra).setEvaluator(evaluator == null ? null : evaluator.copy(extra));
  }

  @Override
  public StageWriter write() {
    return new StageWriter(
        this,
        files -> {
          writeCandidates(files);
          if (evaluator != null) {
            StoredStage.save(evaluator, files, EVALUATOR);
          }
        });
  }

  /** Reads a selection saved by {@link #write()}. */
  public static StageReader<SupervisedSelection> read() {
    return new StageReader<>(
        SupervisedSelection.class,
        (uid, files) -> {
          SupervisedSelection selection = new SupervisedSelection(uid);
          if (files.has(EVALUATOR)) {
            selection.setEvaluator(
                StoredStage.load(Evaluator.class, files.session(), files.path(EVALUATOR)));
          }
          return selection.withCandidates(Candidates.read(files));
        });
  }

  /**
   * Loads a selection with its estimator, grid, models and evaluator.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved
   *     SupervisedSelection
   */
  public static SupervisedSelection load(String path) {
    return read().load(path);
  }
}
