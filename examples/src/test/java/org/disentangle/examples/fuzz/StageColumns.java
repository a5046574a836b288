// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.sql.types.DataTypes;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.evaluator.PerceptualDiversityEvaluator;
import org.disentangle.model.ArrayImages;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DiversityPairs;
import org.disentangle.model.TinyModels;

/** The columns that stages read. */
final class StageColumns {

  /** What models generate from. */
  private static final Map<Class<?>, List<TinyModels.Input>> GENERATING =
      TinyModels.all().stream()
          .collect(Collectors.toMap(entry -> entry.model().getClass(), TinyModels.Entry::inputs));

  private StageColumns() {}

  /** The sets of columns that a stage takes. */
  static List<List<Cells>> of(Identifiable stage) {
    if (stage instanceof Evaluator evaluator) {
      return evaluated(evaluator);
    }
    if (stage instanceof CodeSampler || stage instanceof DiversityPairs) {
      return List.of(
          List.of(
              Cells.numbers("id", DataTypes.LongType, row -> (long) row, Long.MIN_VALUE, -1L, 0L)));
    }
    if (GENERATING.containsKey(stage.getClass())) {
      return Stream.concat(
              Cells.images().stream().map(List::of),
              vectors(GENERATING.get(stage.getClass())).stream())
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
    return ((Params) stage).hasParam("labelCol")
        ? Cells.images().stream().map(image -> List.of(image, label)).toList()
        : Cells.images().stream().map(List::of).toList();
  }

  private static List<List<Cells>> vectors(List<TinyModels.Input> inputs) {
    List<List<Cells>> columns = inputs.stream().map(StageColumns::vectors).toList();
    return columns.size() == 1
        ? columns.get(0).stream().map(List::of).toList()
        : inTurn(columns.get(0), columns.get(1));
  }

  private static List<Cells> vectors(TinyModels.Input input) {
    if (input.column().equals("noise") || input.column().equals("unspecified")) {
      return Cells.arrays(input.column(), input.size(), (row, i) -> i - 0.5);
    }
    return Cells.arrays(
        input.column(),
        input.size(),
        (row, i) ->
            i == 0 && input.categories() > 0 ? row % input.categories() : (row + i) % 3 - 1);
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

  private static List<List<Cells>> inTurn(List<Cells> some, List<Cells> others) {
    return IntStream.range(0, some.size())
        .mapToObj(i -> List.of(some.get(i), others.get((i + 1) % others.size())))
        .toList();
  }
}
