// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.disentangle.net.procedure.SessionAfterSession;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;

/** Uses Spark, Parquet and ND4J as the programs do that tests start, for {@link ClassArchive}. */
public final class LoadsClasses {

  private LoadsClasses() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("loads-classes");
    try (SparkSession spark =
        SparkSession.builder()
            .config(ClusterConf.of("local[2]"))
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate()) {
      Dataset<Row> rows = spark.range(8).selectExpr("id", "array(id, id) as pixels");
      String file = folder.resolve("rows.parquet").toString();
      rows.repartition(2).sort("id").write().mode(SaveMode.Overwrite).parquet(file);
      spark.read().parquet(file).groupBy("pixels").count().collectAsList();
      new RoundLoop(
              ToyProcedure.withSwitchAt(2),
              new TrainingSettings(3, 4, 4, 5, CheckpointSettings.none()))
          .run(
              ToyImages.rdd(JavaSparkContext.fromSparkContext(spark.sparkContext()), 60, 2),
              List.of());
    }
    SessionAfterSession.main(new String[] {"small32", "1"});
  }
}
