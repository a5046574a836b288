// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The experiments of this project: {@code NAME.json} for every line of {@code experiments.txt}, in
 * the resources of this package.
 */
public final class KnownExperiments implements Iterable<String> {

  private static final String NAMES = "experiments.txt";

  /** For help and completion. */
  public KnownExperiments() {}

  /** Their names, in the order in which help and pages list them. */
  public static List<String> names() {
    return text(NAMES).orElseThrow().lines().filter(line -> !line.isBlank()).toList();
  }

  /** All of them. */
  public static List<ExperimentTable> all() {
    return names().stream().map(name -> named(name).orElseThrow()).toList();
  }

  /** The experiment of this name. */
  public static Optional<ExperimentTable> named(String name) {
    return names().contains(name)
        ? text(name + ".json").map(json -> new TableReader("experiment " + name).read(name, json))
        : Optional.empty();
  }

  /**
   * A table that a user wrote.
   *
   * @param file as errors name it
   * @param json what is in it
   * @throws org.disentangle.error.InvalidInputException if it is not the JSON of a table
   */
  public static ExperimentTable written(String file, String json) {
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
    return new TableReader(String.format(Locale.ROOT, "table %s", file)).read(name, json);
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static Optional<String> text(String resource) {
    try (InputStream in = KnownExperiments.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
