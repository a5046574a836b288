// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user reads when memory ran out, here or in an executor. */
public final class MemoryShortage {

  private static final int DEEPEST = 30;

  /** How Spark reports an executor that ended by {@code SparkExitCode.OOM} or was killed for it. */
  private static final Pattern EXECUTOR_LOST =
      Pattern.compile(
          "(?i)exit(ed with)? code:? 52\\b|exitCode 52\\b|killed by YARN for exceeding|OOMKilled");

  private MemoryShortage() {}

  /**
   * Two lines about it.
   *
   * @param failure what a command or a thread ended with
   * @return empty if it ended for other reasons
   */
  public static Optional<String> in(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .flatMap(cause -> message(cause).stream())
        .findFirst();
  }

  private static Optional<String> message(Throwable cause) {
    String text = Objects.toString(cause.getMessage(), "").lines().findFirst().orElse("").strip();
    if (cause instanceof OutOfMemoryError
        || text.matches("(\\[INVALID_DRIVER_MEMORY] )?System memory .*")) {
      return Optional.of(here(text));
    }
    return EXECUTOR_LOST.matcher(Objects.toString(cause.getMessage(), "")).find()
        ? Optional.of(
            "disentangle: the memory of an executor is too small.\n"
                + "Give more: --conf spark.executor.memory=8g, and for native memory"
                + " --conf spark.executor.memoryOverhead=4g.")
        : Optional.empty();
  }

  /** JavaCPP bounds native memory by the heap as well, so one setting gives more of both. */
  private static String here(String text) {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    String kind = text.contains("physicalBytes") ? "native memory, bounded by the heap" : "heap";
    return String.format(
        Locale.ROOT,
        "disentangle: out of memory: %s (%s; Java heap of %d MB).%n"
            + "Give more: DISENTANGLE_HEAP=%dg disentangle ..., or with spark-submit"
            + " --driver-memory and --executor-memory; or use fewer workers or a smaller batch size.",
        kind,
        text.isEmpty() ? "no more is known" : text,
        heap,
        Math.max(2, (2 * heap + 1023) / 1024));
  }
}
