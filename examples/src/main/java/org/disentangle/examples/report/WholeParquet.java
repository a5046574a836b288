// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SaveMode;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * Parquet that appears when all its rows are written. Until then rows lie in a folder beside it,
 * whose name begins with an underscore; if the job fails, that folder goes and what was there
 * before stays.
 */
public final class WholeParquet {

  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private WholeParquet() {}

  /**
   * Writes the rows.
   *
   * @param path folder on any file system that Hadoop knows
   * @param overwrite whether it takes the place of what is there
   * @throws org.disentangle.error.InvalidInputException if something is there that may not be
   *     replaced
   */
  public static void write(Dataset<?> rows, String path, boolean overwrite) throws IOException {
    write(rows, path, overwrite, "parquet");
  }

  /**
   * The same.
   *
   * @param format Spark's name of a format that writes Parquet files
   */
  public static void write(Dataset<?> rows, String path, boolean overwrite, String format)
      throws IOException {
    QualifiedPath target =
        QualifiedPath.of(ERRORS, path, rows.sparkSession().sparkContext().hadoopConfiguration());
    target.requireWritable(ERRORS, null);
    FileSystem files = target.withoutChecksums().files();
    Path place = target.path();
    Path aside = QualifiedPath.child(place.getParent(), "_" + place.getName() + ".part");
    boolean written = false;
    try {
      rows.write().mode(SaveMode.Overwrite).format(format).save(aside.toString());
      written = true;
      dropChecksums(files, aside);
      if (!overwrite && files.exists(place)) {
        throw ERRORS.file(
            path,
            "something that was not there before",
            "a place where nothing is",
            "Another run writes to the same place.",
            null);
      }
      files.delete(place, true);
      if (!files.rename(aside, place)) {
        throw new IOException(
            String.format(Locale.ROOT, "%s could not be moved to %s", aside, place));
      }
    } finally {
      if (!written) {
        awaitTasks(rows.sparkSession().sparkContext().statusTracker());
      }
      files.delete(aside, true);
    }
  }

  /** Hadoop's own and Spark's mark, which other readers of the folder take for data. */
  private static void dropChecksums(FileSystem files, Path folder) throws IOException {
    for (FileStatus file : files.listStatus(folder)) {
      if (file.getPath().getName().endsWith(".crc")
          || file.getPath().getName().equals("_SUCCESS")) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /**
   * Tasks of a job that failed may write for a moment yet; other jobs' tasks are not distinguished.
   * Spark's counts come late, so that one look without a task says nothing.
   */
  private static void awaitTasks(SparkStatusTracker tracker) {
    long now = System.nanoTime();
    long latest = now + LONGEST_WAIT_NANOS;
    long quiet = now + QUIET_NANOS;
    while (now < Math.min(latest, quiet)) {
      LockSupport.parkNanos(POLL_NANOS);
      now = System.nanoTime();
      if (Arrays.stream(tracker.getExecutorInfos()).anyMatch(e -> e.numRunningTasks() > 0)) {
        quiet = now + QUIET_NANOS;
      }
    }
  }
}
