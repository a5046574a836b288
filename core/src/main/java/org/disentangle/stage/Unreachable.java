// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.disentangle.error.InvalidInputException;

/**
 * Why a path cannot be used, in words: what file systems throw is of all kinds.
 *
 * @param path that cannot be used
 * @param cause what was thrown
 * @param found what stands in the way
 * @param expected what would do
 * @param advice what to do about it, in whole sentences; null for none
 */
record Unreachable(Path path, Throwable cause, String found, String expected, String advice) {

  /** Schemes worth naming to somebody who gave one that is unknown. */
  private static final List<String> SCHEMES =
      List.of("file", "hdfs", "webhdfs", "viewfs", "s3a", "gs", "abfs", "abfss", "wasb", "oss");

  static Unreachable of(Path path, Throwable error, Configuration hadoop) {
    String scheme = path.toUri().getScheme();
    if (has(error, UnsupportedFileSystemException.class)) {
      return new Unreachable(
          path,
          error,
          String.format(Locale.ROOT, "the scheme '%s', which no file system here has", scheme),
          "a local path or one of " + known(hadoop),
          "Check the spelling, or add the connector of the file system to the class path.");
    }
    if (has(error, ClassNotFoundException.class) || has(error, LinkageError.class)) {
      return new Unreachable(
          path,
          error,
          String.format(
              Locale.ROOT,
              "the scheme '%s', whose connector is not on the class path (%s)",
              scheme,
              innermost(error).getMessage()),
          "a local path or one of " + known(hadoop),
          "Add the connector's jar; for s3a it is hadoop-aws of the same Hadoop version.");
    }
    if (has(error, UnknownHostException.class)) {
      return new Unreachable(
          path,
          error,
          String.format(
              Locale.ROOT, "a host that nobody knows (%s)", innermost(error).getMessage()),
          "a host of this network",
          "Write hdfs:///path, with three slashes, for the default host.");
    }
    if (has(error, UnsupportedOperationException.class)) {
      return new Unreachable(
          path,
          error,
          String.format(Locale.ROOT, "a file system (%s) that lists or writes no files", scheme),
          "a local path or one of " + known(hadoop),
          "Download the file first.");
    }
    if (has(error, AccessControlException.class) || has(error, AccessDeniedException.class)) {
      return new Unreachable(
          path,
          error,
          String.format(Locale.ROOT, "no permission (%s)", line(innermost(error))),
          "a place that this user may use",
          null);
    }
    return new Unreachable(
        path,
        error,
        String.format(Locale.ROOT, "an error of the file system (%s)", line(innermost(error))),
        "a place that can be used",
        null);
  }

  /** The same without a name that nobody but this program knows. */
  Unreachable without(String file) {
    return new Unreachable(path, cause, found.replace(file, ""), expected, advice);
  }

  /**
   * @param name of the option or parameter; null if none is to be said
   */
  InvalidInputException refusal(InputErrors errors, String name) {
    return errors.file(
        path,
        found,
        name == null ? expected : String.format(Locale.ROOT, "%s (%s)", expected, name),
        advice,
        cause);
  }

  /** Those whose classes are there. */
  private static String known(Configuration hadoop) {
    return SCHEMES.stream()
        .filter(scheme -> isKnown(scheme, hadoop))
        .map(scheme -> scheme + ":")
        .collect(Collectors.joining(", "));
  }

  private static boolean isKnown(String scheme, Configuration hadoop) {
    try {
      FileSystem.getFileSystemClass(scheme, hadoop);
      return true;
    } catch (IOException | RuntimeException | LinkageError e) { // no class for it
      return false;
    }
  }

  private static boolean has(Throwable error, Class<? extends Throwable> kind) {
    return causes(error).anyMatch(kind::isInstance);
  }

  private static Throwable innermost(Throwable error) {
    return causes(error).reduce((outer, inner) -> inner).orElseThrow();
  }

  private static Stream<Throwable> causes(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static String line(Throwable error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
