// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOptions;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.LabelledRows;

/** Writes ranges of rows, each as one task that leaves one file. */
final class RangeWriter {

  private final SparkSession session;
  private final LabelledRows rows;
  private final RowRanges ranges;
  private final PublishedRows published;

  /**
   * @param forOthers whether rows are as {@link PublishedRows} has them
   * @throws org.disentangle.error.InvalidInputException if model and sampler do not fit
   */
  RangeWriter(
      SparkSession session,
      DisentangledModel<?> model,
      CodeSampler sampler,
      RowRanges ranges,
      boolean forOthers) {
    this.session = session;
    this.ranges = ranges;
    rows = new LabelledRows(model, sampler);
    published = forOthers ? PublishedRows.of(rows.schema(), sampler) : null;
  }

  /**
   * Adds these files to a folder, compressed as {@code spark.sql.parquet.compression.codec}.
   *
   * @param folder a path that means the same on every executor
   */
  void write(String folder, int[] files, WritingListener listener) {
    List<Integer> numbers = Arrays.stream(files).boxed().toList();
    Configuration hadoop = session.sessionState().newHadoopConf();
    RangeFiles task =
        new RangeFiles(
            rows, ranges, published, folder, compression(), new SerializableConfiguration(hadoop));
    try (FileCount count =
        FileCount.start(
            session.sparkContext(), UUID.randomUUID().toString(), ranges, files, listener)) {
      JavaSparkContext.fromSparkContext(session.sparkContext())
          .parallelize(numbers, files.length)
          .foreachPartition(task);
      count.finish();
    }
  }

  private String compression() {
    return new ParquetOptions(
            scala.collection.immutable.Map$.MODULE$.empty(), session.sessionState().conf())
        .compressionCodecClassName();
  }
}
