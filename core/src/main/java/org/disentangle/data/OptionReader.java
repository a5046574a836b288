package org.disentangle.data;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The options of a data source, read with refusals that name source, option, value and range. */
final class OptionReader {

  /** Keys that Spark itself adds; they say nothing here. */
  private static final Set<String> OF_SPARK = Set.of("path", "paths", "serialization.format");

  private final String source;
  private final CaseInsensitiveStringMap options;

  OptionReader(String source, CaseInsensitiveStringMap options) {
    this.source = source;
    this.options = options;
  }

  /** Refuses any option that is not known here (in any case of letters). */
  void requireOnly(Set<String> known) {
    for (Map.Entry<String, String> option : options.asCaseSensitiveMap().entrySet()) {
      String key = option.getKey();
      if (!OF_SPARK.contains(key) && known.stream().noneMatch(key::equalsIgnoreCase)) {
        throw new IllegalArgumentException(
            "%s: unknown option \"%s\" = \"%s\"; expected some of %s.%nMaybe it is misspelt."
                .formatted(
                    source, key, option.getValue(), String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(options.get(name)).map(String::strip);
  }

  /** A whole number within bounds, or the default where the option is not given. */
  long number(String name, long byDefault, long least, long most, String maybe) {
    if (text(name).isEmpty()) {
      return byDefault;
    }
    String expected =
        least == Long.MIN_VALUE
            ? "a whole number of 64 bits"
            : "a whole number from %d to %d".formatted(least, most);
    return text(name)
        .flatMap(OptionReader::whole)
        .filter(number -> number >= least && number <= most)
        .orElseThrow(() -> refuse(name, expected, maybe));
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  IllegalArgumentException refuse(String name, String expected, String maybe) {
    return new IllegalArgumentException(
        "%s: option %s is \"%s\"; expected %s.%nMaybe %s."
            .formatted(source, name, options.get(name), expected, maybe));
  }
}
