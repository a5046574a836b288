// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The jobs that users copy from run to their end and leave what they promise. */
@Tag("train")
class JobsTest {

  private static final long ITERATIONS = 2;
  private static final long IMAGES = 30;

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void java() throws IOException {
    TrainAndGenerateJob.run(spark, folder.toString(), ITERATIONS, IMAGES);
    checkOutputs();
  }

  @Test
  void scala() {
    TrainAndGenerate.run(spark, folder.toString(), ITERATIONS, IMAGES);
    checkOutputs();
  }

  @Test
  void outputsAreRefusedBeforeAnyTraining() throws IOException {
    Path thesis = Files.createDirectories(folder.resolve("model")).resolve("thesis.txt");
    Files.writeString(thesis, "mine");
    for (String out : List.of("/proc/none", folder.toString())) {
      for (Executable job :
          List.<Executable>of(
              () -> TrainAndGenerateJob.run(spark, out, ITERATIONS, IMAGES),
              () -> TrainAndGenerate.run(spark, out, ITERATIONS, IMAGES))) {
        String message = assertThrows(InvalidInputException.class, job).getMessage();
        assertTrue(message.contains(out) && message.contains("OUT/"), message);
      }
    }
    assertEquals("mine", Files.readString(thesis));
    assertTrue(Files.notExists(folder.resolve("pipeline")));
  }

  private void checkOutputs() {
    PipelineModel pipeline = PipelineModel.load(folder.resolve("pipeline").toString());
    InfoGanCrModel trained = (InfoGanCrModel) pipeline.stages()[0];
    assertEquals(3, InfoGanCrModel.load(folder.resolve("model").toString()).numCodes());
    assertEquals(ITERATIONS, trained.summary().last().iteration());
    var generated = spark.read().parquet(folder.resolve("generated").toString());
    assertEquals(IMAGES, generated.count());
    assertEquals(List.of("id", "codes", "noise", "generated"), List.of(generated.columns()));
  }
}
