// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.model.ArrayImages;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DiversityPairs;
import org.disentangle.stage.InputErrors;

/** Every Param of every stage given values of any kind: kept and used, or a refusal. */
@StatisticsReport(StatisticsReportMode.OFF)
@Tag("fuzz")
class GeneratedParamsTest {

  /** A value for one Param of a stage. */
  record Setting(Params stage, String param, Object value) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s.%s = %s", stage.uid(), param, text());
    }

    private String text() {
      return value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value);
    }
  }

  @Property(tries = 600, seed = "4")
  void values(@ForAll("settings") Setting setting) {
    Params stage = setting.stage().copy(ParamMap.empty());
    @SuppressWarnings("unchecked") // what an untyped caller can do
    Param<Object> param = (Param<Object>) stage.getParam(setting.param());
    Object before = stage.isDefined(param) ? stage.getOrDefault(param) : null;
    Outcome set =
        Outcome.of(() -> stage.set(param, setting.value()), InputErrors.of(stage).stage());
    Object after = stage.isDefined(param) ? stage.getOrDefault(param) : null;
    Object expected = set == Outcome.WORKS ? setting.value() : before;
    assertTrue(Objects.deepEquals(expected, after), setting::toString);
    assertFalse(stage.explainParams().isEmpty());
    if (set == Outcome.WORKS && stage instanceof PipelineStage pipelineStage) {
      Outcome.of(
          () -> pipelineStage.transformSchema(input(pipelineStage)), InputErrors.of(stage).stage());
    }
    set.requireShareOfBoth(20);
  }

  /** What the stage takes as it is set up. */
  private static StructType input(PipelineStage stage) {
    StructType schema = new StructType().add("label", "int");
    if (stage instanceof ArrayImages) {
      return schema.add("image", "array<int>");
    }
    return stage instanceof CodeSampler || stage instanceof DiversityPairs
        ? schema.add("id", DataTypes.LongType)
        : schema.add("image", ImageSchema.columnSchema());
  }

  @Property(tries = 1)
  void stagesTakeTheInputsOfThisTest() {
    for (PipelineStage stage : EveryStage.pipelineStages()) {
      assertEquals(Outcome.WORKS, Outcome.of(() -> stage.transformSchema(input(stage)), ""));
    }
  }

  @Provide
  Arbitrary<Setting> settings() {
    return Arbitraries.of(
            Stream.concat(EveryStage.pipelineStages().stream(), EveryStage.evaluators().stream())
                .map(Params.class::cast)
                .filter(stage -> stage.params().length > 0)
                .toList())
        .flatMap(
            stage ->
                Arbitraries.of(stage.params())
                    .flatMap(
                        param ->
                            Values.of(stage, param)
                                .map(value -> new Setting(stage, param.name(), value))));
  }
}
