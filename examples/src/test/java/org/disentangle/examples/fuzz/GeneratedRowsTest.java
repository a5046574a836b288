// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.util.Identifiable;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.model.DiversityPairs;
import org.disentangle.model.SelectedModel;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.QuietSpark;

/** Rows with cells that no stage can use: every row is worked on, or the rows are refused. */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class GeneratedRowsTest {

  private static final int FEW = 8;
  private static final int MANY = 24;

  /** A stage and rows for it. */
  record Case<S>(S stage, Table table) {}

  @Property(tries = 140, seed = "7")
  void transformers(@ForAll("transformerCases") Case<Transformer> one) {
    outcome(one.stage(), () -> transformed(one)).requireShareOfBoth(10);
  }

  private static int transformed(Case<Transformer> one) {
    int rows = one.stage().transform(one.table().data()).collectAsList().size();
    int each = one.stage() instanceof DiversityPairs ? 2 : 1;
    assertEquals(one.table().size() * each, rows);
    return rows;
  }

  @Property(tries = 60, seed = "8")
  void estimators(@ForAll("estimatorCases") Case<Estimator<?>> one) {
    outcome(one.stage(), () -> one.stage().fit(one.table().data())).requireShareOfBoth(5);
  }

  @Property(tries = 110, seed = "9")
  void evaluators(@ForAll("evaluatorCases") Case<Evaluator> one) {
    outcome(one.stage(), () -> evaluated(one)).requireShareOfBoth(10);
  }

  private static double evaluated(Case<Evaluator> one) {
    double score = one.stage().evaluate(one.table().data());
    assertFalse(Double.isNaN(score), "NaN");
    return score;
  }

  @Property(tries = 1)
  void fittingRowsAreTaken() {
    transformers()
        .forEach(
            stage ->
                StageColumns.of(stage)
                    .forEach(some -> transformed(new Case<>(stage, Table.fitting(some, FEW)))));
    estimators()
        .forEach(
            stage ->
                StageColumns.of(stage).forEach(some -> stage.fit(Table.fitting(some, FEW).data())));
    EveryStage.evaluators()
        .forEach(
            stage ->
                StageColumns.of(stage)
                    .forEach(some -> evaluated(new Case<>(stage, Table.fitting(some, MANY)))));
  }

  private static Outcome outcome(Identifiable stage, Callable<?> work) {
    try (QuietSpark quiet = new QuietSpark()) {
      return Outcome.of(work, InputErrors.of(stage).stage(), InputErrors.of(reader(stage)).stage());
    }
  }

  /** The stage that reads the rows, and is named where they are bad. */
  private static Identifiable reader(Identifiable stage) {
    return stage instanceof SelectedModel selected ? selected.best() : stage;
  }

  private static Stream<Transformer> transformers() {
    return EveryStage.pipelineStages().stream()
        .filter(Transformer.class::isInstance)
        .map(Transformer.class::cast);
  }

  private static Stream<Estimator<?>> estimators() {
    return Stream.of(
        new InfoGanCr()
            .setPreset("small32")
            .setNumCodes(2)
            .setNoiseDim(2)
            .setBatchSize(4)
            .setMaxIter(1)
            .setCrStart(0)
            .setAveragingFrequency(1),
        new ImageClassifier().setBatchSize(4).setEpochs(1).setAveragingFrequency(1));
  }

  private static <S extends Identifiable> Arbitrary<Case<S>> cases(List<S> stages, int size) {
    return Arbitraries.of(stages)
        .flatMap(
            stage ->
                Arbitraries.of(StageColumns.of(stage))
                    .flatMap(columns -> Table.any(columns, size))
                    .map(table -> new Case<>(stage, table)));
  }

  @Provide
  Arbitrary<Case<Transformer>> transformerCases() {
    return cases(transformers().toList(), FEW);
  }

  @Provide
  Arbitrary<Case<Estimator<?>>> estimatorCases() {
    return cases(estimators().toList(), FEW);
  }

  @Provide
  Arbitrary<Case<Evaluator>> evaluatorCases() {
    return cases(EveryStage.evaluators(), MANY);
  }
}
