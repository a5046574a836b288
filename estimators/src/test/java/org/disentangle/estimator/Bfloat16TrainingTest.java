// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertFitRefused;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.net.Engine;
import org.disentangle.net.Precision;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with {@code precision} "bfloat16": the same bits, what knows of it, where refused. */
@Tag("train")
class Bfloat16TrainingTest {

  private static final String BFLOAT16 = Precision.BFLOAT16.id();

  @TempDir Path folder;

  private static InfoGanCr estimator() {
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
    return infoGanCr().setPrecision(BFLOAT16);
  }

  @Test
  void theModelDependsOnTheDataAndThePrecision() {
    InfoGanCrModel model = estimator().setNumWorkers(2).fit(sprites().coalesce(1));
    Dataset<Row> other = sprites().sort(functions.desc("value_posX")).repartition(5);
    InfoGanCrModel same = estimator().setNumWorkers(2).fit(other);
    assertEquals(model.data().state(), same.data().state());
    InfoGanCrModel exact = infoGanCr().setNumWorkers(2).fit(other);
    assertNotEquals(exact.data().state(), same.data().state());
  }

  @Test
  void anInterruptedTrainingIsResumedInTheSamePrecisionAlone() {
    InfoGanCrModel whole = estimator().fit(sprites());
    InfoGanCr half = estimator().setCheckpointDir(folder.toString()).setCheckpointInterval(2);
    half.addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
    half.fit(sprites());
    InfoGanCr rest =
        estimator().setCheckpointDir(folder.toString()).setCheckpointInterval(2).setResume(true);
    assertFitRefused(
        rest.copy(ParamMap.empty()).setPrecision("float32"),
        sprites(),
        "precision: bfloat16 in the checkpoint, float32 now");
    assertEquals(whole.data().state(), rest.fit(sprites()).data().state());
  }

  @Test
  void modelsKnowItAndMayUseEither() throws Exception {
    String path = folder.resolve("model").toString();
    estimator().fit(sprites()).write().save(path);
    InfoGanCrModel model = InfoGanCrModel.load(path);
    assertEquals(BFLOAT16, model.getPrecision());
    assertEquals(BFLOAT16, model.trainedWith().value("precision"));
    assertTrue(model.toString().contains("precision bfloat16"), model::toString);
    List<Row> rough = model.setImageFormat("array").transform(sprites()).collectAsList();
    List<Row> exact = model.setPrecision("float32").transform(sprites()).collectAsList();
    assertNotEquals(exact, rough);
    for (int i = 0; i < exact.size(); i++) {
      for (String column : List.of("codes", "generated")) {
        assertArrayEquals(
            floats(exact.get(i), column), floats(rough.get(i), column), 0.05f, column);
      }
    }
  }

  private static float[] floats(Row row, String column) {
    List<Float> values = row.getList(row.fieldIndex(column));
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  @Test
  void theEngineNd4jHasNone() {
    InfoGanCrModel model = infoGanCr().setMaxIter(1).setCrStart(0).fit(sprites());
    String before = System.getProperty(Engine.PROPERTY, "auto");
    System.setProperty(Engine.PROPERTY, "nd4j");
    try {
      String problem = "parameter precision: found 'bfloat16'; expected float32, because ";
      assertFitRefused(infoGanCr().setPrecision(BFLOAT16), sprites(), problem);
      String message =
          assertThrows(
                  InvalidInputException.class,
                  () -> model.setPrecision(BFLOAT16).transform(sprites()))
              .getMessage();
      assertTrue(message.startsWith("infoGanCr_test: " + problem), message);
    } finally {
      System.setProperty(Engine.PROPERTY, before);
    }
  }
}
