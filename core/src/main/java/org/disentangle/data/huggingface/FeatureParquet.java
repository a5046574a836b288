// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.huggingface;

import org.apache.hadoop.mapreduce.Job;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;

/**
 * Parquet as Spark writes it, with the list of features in the footer: {@code
 * rows.write().format(FeatureParquet.class.getName())}. All cells may be null, as Hugging Face's
 * loader expects of images and labels.
 */
public final class FeatureParquet extends ParquetFileFormat {

  private static final long serialVersionUID = 1L;

  @Override
  public OutputWriterFactory prepareWrite(
      SparkSession session,
      Job job,
      scala.collection.immutable.Map<String, String> options,
      StructType columns) {
    OutputWriterFactory writers = super.prepareWrite(session, job, options, columns.asNullable());
    ParquetOutputFormat.setWriteSupportClass(job, FeatureWriteSupport.class);
    FeatureList.json(columns)
        .ifPresent(json -> job.getConfiguration().set(FeatureWriteSupport.SETTING, json));
    return writers;
  }
}
