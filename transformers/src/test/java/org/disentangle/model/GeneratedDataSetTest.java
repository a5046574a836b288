// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sampler;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids to codes to images in one pipeline, as a batch and as a stream, to Parquet. */
class GeneratedDataSetTest {

  private final SparkSession spark = SharedSpark.session();
  private final PipelineModel pipeline =
      new Pipeline().setStages(new PipelineStage[] {sampler(), model()}).fit(spark.range(1).toDF());

  @TempDir Path folder;

  @Test
  void parquetKeepsRowsAndDescriptionsOfColumns() {
    Dataset<Row> made = pipeline.transform(spark.range(30).toDF());
    String path = folder.resolve("made").toString();
    made.repartition(4).write().parquet(path);
    Dataset<Row> back = spark.read().parquet(path);
    assertEquals(made.sort("id").collectAsList(), back.sort("id").collectAsList());
    for (Dataset<Row> rows : List.of(made, back)) {
      assertEquals(
          new ImageShape(1, 32, 32),
          ImageColumns.shapeOf(rows.schema().apply("generated")).orElseThrow());
      assertEquals(
          "code_2", CodeFields.attributes(rows.schema().apply("codes")).getAttr(2).name().get());
    }
  }

  @Test
  void columnsThatPassThroughKeepTheirDescription() {
    Dataset<Row> made = model().transform(TinyModel.sprites(2, "image"));
    Dataset<Row> given = TinyModel.sprites(2, "image");
    for (String column : given.columns()) {
      assertEquals(
          given.schema().apply(column).metadata(), made.schema().apply(column).metadata(), column);
    }
    assertFalse(made.schema().apply("factor_shape").metadata().json().equals("{}"));
  }

  @Test
  void aStreamGivesTheSameRowsAsABatch() throws Exception {
    String ids = folder.resolve("ids").toString();
    String out = folder.resolve("out").toString();
    spark.range(12).repartition(2).write().parquet(ids);
    Dataset<Row> stream = spark.readStream().schema("id BIGINT").parquet(ids);
    var query =
        pipeline
            .transform(stream)
            .writeStream()
            .format("parquet")
            .option("checkpointLocation", folder.resolve("checkpoint").toString())
            .trigger(Trigger.AvailableNow())
            .start(out);
    query.awaitTermination();
    assertNull(query.exception().isDefined() ? query.exception().get() : null);
    assertEquals(
        pipeline.transform(spark.range(12).toDF()).sort("id").collectAsList(),
        spark.read().parquet(out).sort("id").collectAsList());
  }

  @Test
  void anEmptyInputGivesAnEmptyOutput() {
    assertEquals(0, pipeline.transform(spark.range(0).toDF()).count());
  }
}
