package org.disentangle.examples.command;

import java.util.Locale;
import org.disentangle.evaluator.DisentanglementEvaluator;
import picocli.CommandLine.ITypeConverter;

/**
 * The name of one metric as a user writes it: {@code factor_vae} or {@code factorVae}.
 *
 * @param typed as it was written, which is how results are labelled
 * @param name as evaluators know it
 */
record MetricName(String typed, String name) {

  static final String HELP =
      "One of those that 'disentangle metrics' lists, as factor_vae or factorVae."
          + " Default: ${DEFAULT-VALUE}.";

  /** For picocli. */
  static final class Converter implements ITypeConverter<MetricName> {
    @Override
    public MetricName convert(String text) {
      return new MetricName(
          text, text.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
  }

  /**
   * An evaluator of this metric.
   *
   * @throws org.disentangle.stage.InvalidInputException if there is none
   */
  DisentanglementEvaluator evaluator(long seed) {
    return new DisentanglementEvaluator("disentangle").setMetricName(name).setSeed(seed);
  }
}
