package org.disentangle.examples.generation;

import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.internal.io.FileNameSpec;
import org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol;

/**
 * Spark's own way of writing files aside and moving them into place, with two differences: a file
 * is named after the rows it holds, and it moves into place as soon as it is whole, not at the end
 * of the job. So a job that dies leaves exactly the files that are whole.
 */
public final class RangeCommitProtocol extends SQLHadoopMapReduceCommitProtocol {

  /** Option of the writer: the files' names, by partition, with {@code /} between them. */
  static final String NAMES = "disentangle.generation.names";

  /** Hadoop's committer moves files at the end of a task (version 2) instead of the job. */
  static final String ALGORITHM = "mapreduce.fileoutputcommitter.algorithm.version";

  static final String MOVE_WITH_TASK = "2";

  /** Spark calls this. */
  public RangeCommitProtocol(String jobId, String path, boolean dynamicPartitionOverwrite) {
    super(jobId, path, dynamicPartitionOverwrite);
  }

  @Override
  public String getFilename(TaskAttemptContext task, FileNameSpec spec) {
    String[] names = task.getConfiguration().get(NAMES).split("/");
    return names[task.getTaskAttemptID().getTaskID().getId()];
  }
}
