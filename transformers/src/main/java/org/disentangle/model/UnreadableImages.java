// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;

/**
 * The refusal of an image that cannot be read, with those that follow it, so that who has several
 * does not meet them one by one.
 */
final class UnreadableImages {

  /** Files that are named beside the first. */
  static final int NAMED = 5;

  /** Rows that are looked at after the first. */
  static final int LOOKED_AT = 5_000;

  private static final String REMEDY =
      "Mend or delete what cannot be read, or set handleInvalid to 'skip', which leaves it out"
          + " (handleInvalid=skip in --data).";

  private UnreadableImages() {}

  /**
   * The same refusal with the files of up to {@value #NAMED} more such images in the same
   * partition, their number among the next {@value #LOOKED_AT} rows, and what helps.
   *
   * @param first what was refused
   * @param next the rows after it, which are used up
   */
  static InvalidInputException from(
      InvalidInputException first, PreparedCells cells, Iterator<Row> next) {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < LOOKED_AT && next.hasNext(); i++) {
      Row row = next.next();
      if (!cells.isReadable(row)) {
        String file = cells.file(row);
        files.add(file.isEmpty() ? String.format(Locale.ROOT, "%d rows later", i + 1) : file);
      }
    }
    String advice = first.advice().map(said -> said + " ").orElse("") + others(files) + REMEDY;
    return first.advised(advice).causedBy(first);
  }

  private static String others(List<String> files) {
    if (files.isEmpty()) {
      return "";
    }
    int more = files.size() - NAMED;
    return String.format(
        Locale.ROOT,
        "%d images or more cannot be read, also %s%s. ",
        files.size() + 1,
        String.join(", ", files.subList(0, Math.min(NAMED, files.size()))),
        more > 0 ? String.format(Locale.ROOT, " and %d after them", more) : "");
  }
}
