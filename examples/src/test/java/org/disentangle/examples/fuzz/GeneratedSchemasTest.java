// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.model.ImagePreparation;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;

/**
 * Every stage given columns of any names, types and metadata: its columns are added, or a refusal.
 */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class GeneratedSchemasTest {

  @Property(tries = 400, seed = "2")
  void pipelineStages(@ForAll("stages") PipelineStage stage, @ForAll("schemas") StructType schema) {
    Outcome.of(() -> extended(stage, schema), InputErrors.of(stage).stage()).requireShareOfBoth(10);
  }

  private static StructType extended(PipelineStage stage, StructType schema) {
    StructType output = stage.transformSchema(schema);
    assertTrue(output.length() > schema.length(), "nothing is added");
    StructField[] kept = Arrays.copyOf(output.fields(), schema.length());
    assertArrayEquals(schema.fields(), kept);
    if (stage instanceof Transformer transformer && !(stage instanceof ImagePreparation)) {
      assertEquals(output.toDDL(), transformer.transform(empty(schema)).schema().toDDL());
    }
    return output;
  }

  /** No row can be evaluated, so that here everything is refused. */
  @Property(tries = 150, seed = "3")
  void evaluators(@ForAll("evaluators") Evaluator evaluator, @ForAll("schemas") StructType schema) {
    try (QuietSpark quiet = new QuietSpark()) {
      Outcome outcome =
          Outcome.of(() -> evaluator.evaluate(empty(schema)), InputErrors.of(evaluator).stage());
      assertEquals(Outcome.REFUSED, outcome);
    }
  }

  private static Dataset<Row> empty(StructType schema) {
    return SharedSpark.session().createDataFrame(List.of(), schema);
  }

  @Provide
  Arbitrary<PipelineStage> stages() {
    return Arbitraries.of(EveryStage.pipelineStages());
  }

  @Provide
  Arbitrary<Evaluator> evaluators() {
    return Arbitraries.of(EveryStage.evaluators());
  }

  @Provide
  Arbitrary<StructType> schemas() {
    return Schemas.any();
  }
}
