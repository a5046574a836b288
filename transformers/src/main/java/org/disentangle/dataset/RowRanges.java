// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.disentangle.stage.InputErrors;

/**
 * The files of a labelled data set: rows with ids from 0, cut into ranges of equal length, the last
 * one perhaps shorter.
 *
 * @param count rows in all, at least 1
 * @param rowsPerFile rows per file, at least 1
 */
record RowRanges(long count, long rowsPerFile) implements Serializable {

  private static final int MOST_FILES = 100_000;

  RowRanges {
    InputErrors errors = new InputErrors("LabelledDataSet");
    if (count < 1) {
      throw errors.parameter("count", count, "at least 1");
    }
    if (rowsPerFile < 1 || (count - 1) / rowsPerFile >= MOST_FILES) {
      throw errors.parameter(
          "rowsPerFile",
          rowsPerFile,
          "at least 1, and few enough files: no more than " + MOST_FILES);
    }
  }

  int files() {
    return Math.toIntExact((count - 1) / rowsPerFile + 1);
  }

  /** The id of a file's first row. */
  long start(int file) {
    return file * rowsPerFile;
  }

  /** The id after a file's last row. */
  long end(int file) {
    return Math.min(count, start(file) + rowsPerFile);
  }

  /** The first and last id of a file make its name, so that names sort as rows do. */
  String name(int file) {
    return String.format(Locale.ROOT, "rows-%012d-%012d.parquet", start(file), end(file) - 1);
  }

  /** Numbers of the files that are not among those written. */
  int[] missing(Set<String> written) {
    return IntStream.range(0, files()).filter(file -> !written.contains(name(file))).toArray();
  }

  List<String> names() {
    return IntStream.range(0, files()).mapToObj(this::name).toList();
  }
}
