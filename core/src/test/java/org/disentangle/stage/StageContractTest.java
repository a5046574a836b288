// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.disentangle.testing.toy.EveryKind;
import org.disentangle.testing.toy.FactorEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageContractTest {

  @TempDir Path folder;

  @Test
  void everyKindOfParam() {
    EveryKind stage =
        new EveryKind()
            .setSeed(Long.MIN_VALUE)
            .setImageFormat("png")
            .setFactorCols("a b", "c\"d")
            .setResume(false)
            .setStepsPerPhase(3, 4)
            .setGaps(0.1, 1e-300, Double.NaN);
    StageContract.check(
        stage, folder, SharedSpark.session().sql("select cast('x' as binary) as image"));
  }

  @Test
  void estimatorAndModel() {
    StageContract.check(new FactorEncoder().setNoise(0.25).setCodesCol("z"), folder, factors());
  }

  @Test
  void anAccessorOfAnotherNameIsFound() {
    assertThrows(AssertionError.class, () -> StageContract.check(new Misnamed(), folder));
  }

  /** A stage whose accessor and Param have different names. */
  public static final class Misnamed extends Evaluator
      implements StageParams<Misnamed>, PersistentStage {

    private final ParamTable declared;

    public Misnamed() {
      this("misnamed" + System.nanoTime());
    }

    public Misnamed(String uid) {
      this.declared = new ParamTable(this, uid);
      declared.declareAll();
    }

    @Override
    public ParamTable declared() {
      return declared;
    }

    public IntParam size() {
      return declared.intParam("length", Allowed.atLeast(1).byDefault(1), "a size of something");
    }

    @Override
    public double evaluate(Dataset<?> data) {
      return 0;
    }

    @Override
    public Misnamed copy(ParamMap extra) {
      return defaultCopy(extra);
    }
  }

  private static Dataset<Row> factors() {
    return SharedSpark.session()
        .sql("select id % 3 as factor_a, id % 4 as factor_b from range(24)");
  }
}
