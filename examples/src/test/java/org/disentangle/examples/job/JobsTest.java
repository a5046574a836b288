package org.disentangle.examples.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
