// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.fuzz.EveryStage;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Evaluators refuse what they cannot score: Spark's tuning takes NaN for the best score there is.
 */
@Tag("contract")
class NoScoreIsNanTest {

  private static final String[] LOST = {"double('nan')", "double('inf')", "null"};

  @Test
  void everyPublicEvaluatorIsAsked() {
    List<String> evaluators =
        PublicStages.names().stream().filter(name -> name.endsWith("Evaluator")).toList();
    assertEquals(
        evaluators,
        EveryStage.evaluators().stream().map(each -> each.getClass().getName()).sorted().toList());
  }

  @TestFactory
  Stream<DynamicTest> aValueThatIsNoNumberIsRefusedInEveryColumnThatIsRead() {
    SharedSpark.session();
    return EveryStage.evaluators().stream()
        .map(
            evaluator -> dynamicTest(evaluator.getClass().getSimpleName(), () -> check(evaluator)));
  }

  private static void check(Evaluator evaluator) {
    List<String> columns = columnsOf(evaluator);
    assertTrue(!columns.isEmpty(), "it reads some");
    for (String column : columns) {
      for (String lost : LOST) {
        Dataset<Row> rows = losing(lost, column);
        InvalidInputException refusal =
            assertThrows(
                InvalidInputException.class,
                () -> evaluator.evaluate(rows),
                () -> String.format(Locale.ROOT, "%s in column %s", lost, column));
        assertTrue(refusal.getMessage().contains("column '" + column + "'"), refusal::toString);
      }
    }
  }

  @Test
  void codesBeyondDoublePrecisionAreNotDefinedRatherThanNan() {
    for (String codes :
        List.of(
            "array(factor_a * 1e200, factor_b * -1e200, 1D)", "array(0D, 0D)", "array(1e-320)")) {
      DisentanglementReport report =
          new DisentanglementEvaluator()
              .setMetrics("factor_vae")
              .report(StageInputs.judged().withColumn("codes", functions.expr(codes)));
      for (Score score : report.scores().scores()) {
        assertEquals(score.isDefined(), !Double.isNaN(score.value()), score::toString);
      }
    }
  }

  /** The columns that an evaluator reads as its Params stand. */
  private static List<String> columnsOf(Evaluator evaluator) {
    List<String> columns = new ArrayList<>();
    for (Param<?> param : evaluator.params()) {
      if (param.name().equals("factorCols")) {
        columns.add("factor_b");
      } else if (param.name().endsWith("Col")) {
        String column = (String) evaluator.getOrDefault(param);
        if (Arrays.asList(StageInputs.judged().columns()).contains(column)) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  /** Rows with one value of a column replaced; in arrays the first of a row. */
  private static Dataset<Row> losing(String value, String column) {
    Dataset<Row> judged = StageInputs.judged();
    boolean arrays = judged.schema().apply(column).dataType() instanceof ArrayType;
    String lost =
        arrays
            ? String.format(
                Locale.ROOT,
                "transform(%1$s, (x, i) -> if(row = 7 and i = 0, %2$s, double(x)))",
                column,
                value)
            : String.format(Locale.ROOT, "if(row = 7, %s, %s)", value, column);
    return judged
        .withColumn("row", functions.monotonically_increasing_id())
        .withColumn(column, functions.expr(lost));
  }
}
