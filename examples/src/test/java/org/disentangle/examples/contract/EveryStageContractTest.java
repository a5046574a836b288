// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.fuzz.EveryStage;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One contract for every public stage of every module, without exemptions. */
@Tag("contract")
class EveryStageContractTest {

  /** Values of every type of Param that have no sensible meaning for most. */
  private static final List<Object> SENSELESS =
      List.of(
          Integer.MIN_VALUE,
          Long.MIN_VALUE,
          Double.NaN,
          Float.NaN,
          "",
          new String[] {"", ""},
          new double[] {Double.NaN},
          new int[] {Integer.MIN_VALUE});

  @TempDir Path folder;

  /** All of them, those that are trained with as little training as there can be. */
  static List<Params> stages() {
    SharedSpark.session();
    return Stream.<Params>concat(
            EveryStage.quickStages().stream(), EveryStage.evaluators().stream())
        .toList();
  }

  @Test
  void noPublicStageIsLeftOut() {
    Set<String> checked = new TreeSet<>();
    stages().forEach(stage -> checked.add(stage.getClass().getName()));
    assertEquals(PublicStages.names(), checked);
  }

  @TestFactory
  List<DynamicTest> everyStage() {
    return stages().stream()
        .map(stage -> dynamicTest(name(stage), () -> check(stage, folder.resolve(name(stage)))))
        .toList();
  }

  private static void check(Params stage, Path folder) {
    if (stage instanceof Estimator<?> estimator) {
      StageContract.check(estimator, folder, StageInputs.of(stage));
    } else if (stage instanceof Transformer transformer) {
      StageContract.check(transformer, folder, StageInputs.of(stage));
    } else {
      StageContract.check(stage, folder);
      evaluates((Evaluator) stage);
    }
    for (Param<?> param : stage.params()) {
      refusesSenselessValues(stage, param);
    }
    saysThatItWasGivenNothing(stage);
  }

  private static void saysThatItWasGivenNothing(Params stage) {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> {
              if (stage instanceof Estimator<?> estimator) {
                estimator.fit((Dataset<?>) null);
              } else if (stage instanceof Transformer transformer) {
                transformer.transform(null);
              } else {
                ((Evaluator) stage).evaluate((Dataset<?>) null);
              }
            });
    assertTrue(
        refusal.getMessage().matches(".*: parameter (dataset|data): found null; expected rows\\."),
        refusal::toString);
  }

  private static void evaluates(Evaluator evaluator) {
    Dataset<Row> judged = StageInputs.judged();
    double score = evaluator.evaluate(judged);
    assertTrue(Double.isFinite(score), evaluator + " " + score);
    assertEquals(score, evaluator.copy(ParamMap.empty()).evaluate(judged.repartition(3)));
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class, () -> evaluator.evaluate(judged.select("factor_a")));
    assertTrue(
        refusal.getMessage().startsWith(InputErrors.of(evaluator).stage() + ": column '"),
        refusal::toString);
  }

  /** Any boolean and any seed is valid, and a default is; otherwise what means nothing is not. */
  private static void refusesSenselessValues(Params stage, Param<?> param) {
    if (param instanceof BooleanParam || param.name().equals("seed")) {
      return;
    }
    @SuppressWarnings("unchecked") // what an untyped caller can do
    Param<Object> untyped = (Param<Object>) param;
    Params copy = stage.copy(ParamMap.empty());
    for (Object value : SENSELESS) {
      if (copy.hasDefault(untyped) && value.equals(copy.getDefault(untyped).get())) {
        continue;
      }
      InvalidInputException refusal =
          assertThrows(
              InvalidInputException.class,
              () -> copy.set(untyped, value),
              () -> String.format(Locale.ROOT, "%s.%s = %s", name(stage), param.name(), value));
      assertTrue(refusal.getMessage().contains(param.name()), refusal::toString);
    }
  }

  private static String name(Params stage) {
    return stage.getClass().getSimpleName();
  }
}
