package org.disentangle.examples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.disentangle.stage.InputErrors;

/** Paths that a command reads, in any file system Hadoop knows. */
final class ExistingInput {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private ExistingInput() {}

  /**
   * The path itself.
   *
   * @param option where it was given
   * @throws org.disentangle.stage.InvalidInputException if nothing is there
   */
  static String require(String path, String option, SparkSession spark) {
    try {
      Path place = new Path(path);
      FileStatus[] found =
          place.getFileSystem(spark.sparkContext().hadoopConfiguration()).globStatus(place);
      if (found == null || found.length == 0) {
        throw ERRORS.file(
            path,
            "nothing",
            String.format(Locale.ROOT, "data to read (%s)", option),
            "the path is misspelt.",
            null);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
