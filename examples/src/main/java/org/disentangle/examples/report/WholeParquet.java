// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SaveMode;
import org.disentangle.file.Place;
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
   * @return their number
   */
  public static long write(Dataset<?> rows, String path, boolean overwrite) throws IOException {
    return write(rows, path, overwrite, "parquet");
  }

  /**
   * The same.
   *
   * @param format Spark's name of a format that writes Parquet files
   * @return the number of rows
   */
  public static long write(Dataset<?> rows, String path, boolean overwrite, String format)
      throws IOException {
    SparkContext context = rows.sparkSession().sparkContext();
    Place place = Place.of(ERRORS, "--out", path, context.hadoopConfiguration());
    place.requireWritable(ERRORS, "--out");
    Place aside = place.part();
    boolean written = false;
    try {
      rows.write().mode(SaveMode.Overwrite).format(format).save(aside.path().toString());
      written = true;
      long count =
          QualifiedPath.reader(rows.sparkSession()).parquet(aside.path().toString()).count();
      dropChecksums(aside);
      if (!overwrite && place.exists()) {
        throw ERRORS.file(
            path,
            "something that was not there before",
            "a place where nothing is",
            "Another run writes to the same place.",
            null);
      }
      aside.replace(place);
      return count;
    } finally {
      if (!written) {
        awaitTasks(context.statusTracker());
      }
      aside.delete();
    }
  }

  /** Hadoop's own and Spark's mark, which other readers of the folder take for data. */
  private static void dropChecksums(Place folder) throws IOException {
    for (String name : folder.names()) {
      if (name.endsWith(".crc") || name.equals("_SUCCESS")) {
        folder.child(name).delete();
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
