// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.disentangle.stage.InputErrors;

/** Settings of Spark where driver and executor are one program. */
public final class LocalMaster {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private LocalMaster() {}

  /** Whether a master is of this kind. */
  public static boolean is(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  /**
   * What is set unless the user says otherwise. A machine that slept, or a program that was paused,
   * misses heartbeats and answers that it owes to itself: by Spark's defaults of two minutes the
   * executor would be given up on waking.
   *
   * <p>The time that an answer may take is at most 24 days, since Spark also counts it in
   * milliseconds as an int.
   *
   * <p>What is broadcast in every round, weights and optimiser states, is noise to a compressor.
   *
   * <p>A row of a table of images is larger than what Spark's 4,096 rows per batch are made for: of
   * RGB images of 64 pixels a batch takes more than 100 MB per core, and with 256 rows 7 MB. Parquet
   * reads a row group in arrays of 8 MB, whose headers make each of them take two of the heap's
   * regions of that size; a little less takes one.
   *
   * <p>What the web pages would show of past jobs stays on the heap even without web pages, by Spark's
   * default that of 1,000 jobs and 100,000 tasks; each round is a job.
   */
  public static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("spark.broadcast.compress", "false"),
        Map.entry("spark.hadoop.parquet.read.allocation.size", "8387584"),
        Map.entry("spark.network.timeout", "20d"),
        Map.entry("spark.sql.parquet.columnarReaderBatchSize", "256"),
        Map.entry("spark.storage.blockManagerHeartbeatTimeoutMs", "3650d"),
        Map.entry("spark.ui.retainedJobs", "50"),
        Map.entry("spark.ui.retainedStages", "50"),
        Map.entry("spark.ui.retainedTasks", "2000"));
  }

  /**
   * Refuses folders for temporary data where nothing can be written, before Spark ends the program
   * for it.
   *
   * @param folders as in {@code spark.local.dir}
   */
  public static void requireWritable(String folders) {
    for (String folder : folders.split(",")) {
      Path place = new File(folder.strip()).toPath().toAbsolutePath();
      try {
        if (!Files.isDirectory(place)) {
          Files.createDirectories(place);
        }
        Files.delete(Files.createTempFile(place, "disentangle", ""));
      } catch (IOException e) {
        throw ERRORS.parameter(
            "spark.local.dir",
            folder.strip(),
            "folders for temporary data, in which files can be made");
      }
    }
  }
}
