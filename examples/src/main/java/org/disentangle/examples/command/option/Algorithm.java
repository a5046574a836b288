// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.spark.ml.Estimator;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.TrainsInRounds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A system that {@code train} and {@code select} know: an Estimator that is registered as a service
 * and trains in rounds. A user writes the name of its class in lower case, with dashes between the
 * words; some have a name that is more usual.
 *
 * @param type the Estimator
 */
public record Algorithm(Class<?> type) {

  private static final Map<String, String> MORE_USUAL =
      Map.of(
          "InfoGanCr", "infogan-cr",
          "InfoGan", "infogan",
          "BetaTcVae", "beta-tcvae",
          "StyleContentVaeGan", "style-content");

  private static final List<Algorithm> ALL =
      ServiceLoader.load(Estimator.class, Algorithm.class.getClassLoader()).stream()
          .<Class<?>>map(ServiceLoader.Provider::type)
          .filter(TrainsInRounds.class::isAssignableFrom)
          .map(Algorithm::new)
          .toList();

  /** The system that is trained unless another one is named. */
  static final Algorithm INFOGAN_CR = new Algorithm(InfoGanCr.class);

  /** All systems, in the order in which they are registered. */
  public static List<Algorithm> all() {
    return ALL;
  }

  /** An Estimator with its defaults. */
  public TrainsInRounds<?> estimator() {
    try {
      return (TrainsInRounds<?>) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    String name = type.getSimpleName();
    return MORE_USUAL.getOrDefault(
        name, name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
  }

  /** As a user writes the system whose Estimator has this simple name; the name itself if none. */
  public static String ofEstimator(String simpleName) {
    return ALL.stream()
        .filter(algorithm -> algorithm.type.getSimpleName().equals(simpleName))
        .map(Algorithm::toString)
        .findFirst()
        .orElse(simpleName);
  }

  /** The system of a name, in upper or lower case. */
  public static Optional<Algorithm> named(String text) {
    String name = text.toLowerCase(Locale.ROOT).replace('_', '-');
    return ALL.stream().filter(algorithm -> algorithm.toString().equals(name)).findFirst();
  }

  /** Reads a name, in upper or lower case. */
  static final class Converter implements ITypeConverter<Algorithm> {

    @Override
    public Algorithm convert(String text) {
      return named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      String.format(
                          Locale.ROOT,
                          "expected one of %s (case-insensitive) but was '%s'",
                          ALL,
                          text)));
    }
  }

  /** The names, for help and completion. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return ALL.stream().map(Algorithm::toString).iterator();
    }
  }
}
