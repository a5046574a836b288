// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * Something that a command reads, in any file system Hadoop knows.
 *
 * @param path as it was given
 * @param pattern whether nothing has this name, so that it stands for what it matches
 */
public record ExistingInput(String path, boolean pattern) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /**
   * A file or folder of this very name.
   *
   * @param option where it was given
   * @throws InvalidInputException if nothing is there, or its file system cannot be opened
   */
  public static ExistingInput named(String path, String option, SparkSession spark) {
    if (!place(path, option, spark).exists(ERRORS, option)) {
      throw nothing(path, option);
    }
    return new ExistingInput(path, false);
  }

  /**
   * What has this name; if nothing has, what matches it as a pattern of Hadoop's.
   *
   * @param option where it was given
   * @throws InvalidInputException if nothing is there, or its file system cannot be opened
   */
  static ExistingInput matching(String path, String option, SparkSession spark) {
    QualifiedPath place = place(path, option, spark);
    boolean pattern = !place.exists(ERRORS, option);
    if (pattern && !matchesAny(place)) {
      throw nothing(path, option);
    }
    return new ExistingInput(path, pattern);
  }

  private static QualifiedPath place(String path, String option, SparkSession spark) {
    QualifiedPath place =
        QualifiedPath.of(ERRORS, option, path, spark.sparkContext().hadoopConfiguration());
    place.requireListable(ERRORS, option);
    place.requireReadableName(ERRORS, option);
    return place;
  }

  private static boolean matchesAny(QualifiedPath place) {
    try {
      FileStatus[] found = place.files().globStatus(place.path());
      return found != null && found.length > 0;
    } catch (IOException | IllegalArgumentException noPattern) { // as unclosed brackets are
      return false;
    }
  }

  private static InvalidInputException nothing(String path, String option) {
    return ERRORS.file(
        path, "nothing", String.format(Locale.ROOT, "data to read (%s)", option), null);
  }
}
