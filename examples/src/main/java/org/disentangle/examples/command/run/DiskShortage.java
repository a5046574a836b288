// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;

/**
 * What a user reads when a disk is full, or fails in another way while files are written, here or
 * in an executor. Hadoop throws no exception then, but an error ({@link FSError}).
 */
public final class DiskShortage {

  private static final int DEEPEST = 30;

  private static final Pattern NO_ROOM =
      Pattern.compile(
          "(?i)no space left on device|disk quota exceeded|file too large|not enough space");

  /** As the text of a task's failure has it, whose cause stays with its executor. */
  private static final Pattern IN_TASK =
      Pattern.compile(Pattern.quote(FSError.class.getName()) + ": (?:[\\w.]+: )?(.+)");

  private DiskShortage() {}

  /**
   * Two lines about it.
   *
   * @param failure what a command ended with
   * @return empty if it ended for other reasons
   */
  public static Optional<String> in(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .flatMap(cause -> reason(cause).stream())
        .findFirst()
        .map(DiskShortage::message);
  }

  private static Optional<String> reason(Throwable cause) {
    String text = Objects.toString(cause.getMessage(), "");
    Matcher noRoom = NO_ROOM.matcher(text);
    if (noRoom.find()) {
      return Optional.of(noRoom.group());
    }
    Matcher inTask = IN_TASK.matcher(cause instanceof FSError ? cause.toString() : text);
    return inTask.find() ? Optional.of(inTask.group(1).strip()) : Optional.empty();
  }

  private static String message(String reason) {
    return String.format(
        Locale.ROOT,
        "disentangle: a file cannot be written: %s.%n"
            + "Make room where the output lies, and where Spark keeps its own files (%s).",
        reason,
        "--conf spark.local.dir=DIR, else " + System.getProperty("java.io.tmpdir"));
  }
}
