package org.disentangle.examples.generation;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;

/**
 * A labelled data set: ids, the codes and noise drawn for them, and the images these make.
 *
 * @param count images
 * @param seed where codes and noise come from
 */
public record LabelledImages(InfoGanCrModel model, long count, long seed) {

  /** Writes the set as Parquet; dictionaries are off, since codes and images hardly ever repeat. */
  public void write(SparkSession spark, SaveMode mode, String path) {
    Dataset<Row> ids = spark.range(count).toDF();
    model
        .transform(CodeSampler.of(model).setSeed(seed).transform(ids))
        .write()
        .mode(mode)
        .option("parquet.enable.dictionary", "false")
        .parquet(path);
  }
}
