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
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.sql.types.DataTypes;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.evaluator.PerceptualDiversityEvaluator;
import org.disentangle.model.ArrayImages;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DiversityPairs;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.QuietSpark;

/** Rows with cells that no stage can use: every row is worked on, or the rows are refused. */
@StatisticsReport(StatisticsReportMode.OFF)
class GeneratedRowsTest {

  private static final int FEW = 8;
  private static final int MANY = 24;

  /** A stage and rows for it. */
  record Case<S>(S stage, Table table) {}

  @Property(tries = 160, seed = "7")
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
                columns(stage)
                    .forEach(some -> transformed(new Case<>(stage, Table.fitting(some, FEW)))));
    estimators()
        .forEach(
            stage -> columns(stage).forEach(some -> stage.fit(Table.fitting(some, FEW).data())));
    EveryStage.evaluators()
        .forEach(
            stage ->
                columns(stage)
                    .forEach(some -> evaluated(new Case<>(stage, Table.fitting(some, MANY)))));
  }

  private static Outcome outcome(Identifiable stage, Callable<?> work) {
    try (QuietSpark quiet = new QuietSpark()) {
      return Outcome.of(work, stage.uid());
    }
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

  /** The sets of columns that a stage takes. */
  private static List<List<Cells>> columns(Identifiable stage) {
    if (stage instanceof Evaluator evaluator) {
      return evaluated(evaluator);
    }
    if (stage instanceof CodeSampler || stage instanceof DiversityPairs) {
      return List.of(
          List.of(
              Cells.numbers("id", DataTypes.LongType, row -> (long) row, Long.MIN_VALUE, -1L, 0L)));
    }
    if (stage instanceof InfoGanCrModel) {
      return Stream.concat(
              Cells.images().stream().map(List::of),
              both(
                  Cells.arrays("codes", 3, (row, i) -> (row + i) % 3 - 1),
                  Cells.arrays("noise", 2, (row, i) -> i - 0.5))
                  .stream())
          .toList();
    }
    if (stage instanceof ArrayImages) {
      return Cells.arrays("image", EveryStage.SHAPE.size(), (row, i) -> (row + i) % 256).stream()
          .map(List::of)
          .toList();
    }
    Cells label =
        Cells.numbers(
            "label", DataTypes.DoubleType, row -> row % 2.0, Double.NaN, -1.0, 0.5, 1e12, 7.0);
    return stage instanceof ImageClassifier
        ? Cells.images().stream().map(image -> List.of(image, label)).toList()
        : Cells.images().stream().map(List::of).toList();
  }

  private static List<List<Cells>> evaluated(Evaluator evaluator) {
    Cells pair =
        Cells.numbers("pair", DataTypes.LongType, row -> row / 2L, 0L, -7L, Long.MAX_VALUE);
    Cells label = Cells.numbers("label", DataTypes.IntegerType, row -> row % 3, -1, 3, 1 << 30);
    Cells factor =
        Cells.numbers(
            "factor_x",
            DataTypes.DoubleType,
            row -> row % 3.0,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            1e300,
            0.5,
            7.0);
    Cells other = Cells.numbers("factor_y", DataTypes.IntegerType, row -> row / 3 % 2, 5, -1);
    List<Cells> probabilities =
        Cells.arrays("probability", 3, (row, i) -> row % 3 == i ? 0.5 : 0.25);
    if (evaluator instanceof PerceptualDiversityEvaluator) {
      return both(Cells.arrays("features", 4, (row, i) -> row * i + 1), List.of(pair));
    }
    if (evaluator instanceof ImageQualityEvaluator) {
      return probabilities.stream().map(List::of).toList();
    }
    if (evaluator instanceof CategoricalCodeEvaluator) {
      return both(probabilities, List.of(label));
    }
    return Cells.arrays("codes", 3, (row, i) -> i == 0 ? row % 3 : row * (7 + i) % 11 / 11.0)
        .stream()
        .map(codes -> List.of(codes, factor, other))
        .toList();
  }

  private static List<List<Cells>> both(List<Cells> some, List<Cells> others) {
    return some.stream().flatMap(one -> others.stream().map(other -> List.of(one, other))).toList();
  }

  private static <S extends Identifiable> Arbitrary<Case<S>> cases(List<S> stages, int size) {
    return Arbitraries.of(stages)
        .flatMap(
            stage ->
                Arbitraries.of(columns(stage))
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
