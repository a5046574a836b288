// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/**
 * What the readers of Spark, Parquet and Hadoop refuse, said as every other refusal: which file,
 * what was found, what is expected. Their own errors come out of tasks, wrapped several times, and
 * are known by their types and error classes.
 */
public final class ReaderRefusal {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private static final int DEEPEST = 30;

  /** The parameters of Spark's error classes that hold the name of a file. */
  private static final List<String> FILE_PARAMETERS = List.of("filePath", "file", "path");

  private ReaderRefusal() {}

  /**
   * The refusal in a failure.
   *
   * @param failure what a command or a job ended with
   * @return empty if no reader refused anything
   */
  public static Optional<InvalidInputException> of(Throwable failure) {
    return of(failure, "read here");
  }

  /**
   * The same.
   *
   * @param path what was being read, said where the failure names no file
   */
  static Optional<InvalidInputException> of(Throwable failure, String path) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    String file = causes.stream().flatMap(e -> file(e).stream()).findFirst().orElse(path);
    for (int i = causes.size() - 1; i >= 0; i--) {
      Optional<ReaderFinding> finding = ReaderFinding.of(causes.get(i));
      if (finding.isPresent()) {
        return Optional.of(refusal(finding.get(), file, failure));
      }
    }
    return causes.stream().anyMatch(ReaderRefusal::isReading)
        ? Optional.of(refusal(unreadable(causes.get(causes.size() - 1)), file, failure))
        : Optional.empty();
  }

  private static InvalidInputException refusal(
      ReaderFinding finding, String file, Throwable failure) {
    return ERRORS.file(file, finding.found(), finding.expected(), finding.advice(), failure);
  }

  private static ReaderFinding unreadable(Throwable deepest) {
    String why = Objects.toString(deepest.getMessage(), deepest.getClass().getSimpleName());
    return new ReaderFinding(
        "something unreadable (" + why.lines().findFirst().orElse("").strip() + ")",
        "a whole file of its kind",
        "Write it again.");
  }

  private static Optional<String> file(Throwable e) {
    Stream<String> names =
        e instanceof SparkThrowable known && known.getMessageParameters() != null
            ? FILE_PARAMETERS.stream().map(known.getMessageParameters()::get)
            : ReaderFinding.csvFile(e).stream();
    return names
        .filter(Objects::nonNull)
        .findFirst()
        .map(name -> name.replaceFirst("^file:/+", "/"));
  }

  /** Whether the failure came up while a file was read. */
  private static boolean isReading(Throwable e) {
    return e instanceof SparkThrowable known
        && ("_LEGACY_ERROR_TEMP_2064".equals(known.getErrorClass())
            || "CANNOT_READ_FILE_FOOTER".equals(known.getErrorClass())
            || "FAILED_READ_FILE".equals(known.getErrorClass()));
  }
}
