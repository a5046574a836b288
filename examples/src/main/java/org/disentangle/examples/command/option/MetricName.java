// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.ITypeConverter;

/**
 * The name of a metric, of metrics computed together (what stands before a dot), or "all".
 *
 * @param name as evaluators know it, and as results are labelled: {@code factor_vae}
 */
public record MetricName(String name) {

  /** The metric of commands that need one. */
  public static final String DEFAULT = "factor_vae";

  public static final String HELP =
      "One of those that 'disentangle metrics' lists. Default: ${DEFAULT-VALUE}.";

  public static final String LIST_HELP =
      "Metrics by name, or by what stands before the dot, or all. Default: ${DEFAULT-VALUE}.";

  /** For picocli; the spelling {@code factorVae} is taken as well. */
  public static final class Converter implements ITypeConverter<MetricName> {
    @Override
    public MetricName convert(String text) {
      return new MetricName(text.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
  }

  /**
   * An evaluator of this metric.
   *
   * @throws org.disentangle.error.InvalidInputException if it names none, or several
   */
  public DisentanglementEvaluator evaluator(long seed) {
    return new DisentanglementEvaluator("disentangle").setMetricName(name).setSeed(seed);
  }

  /**
   * Refuses data that cannot be scored, before models are trained on them.
   *
   * @param option that names the metric
   * @throws org.disentangle.error.InvalidInputException if factor columns are needed and missing
   */
  public void requireFactors(String option, StructType schema) {
    if (evaluator(0).setMetrics(name).needsFactors() && lacksFactors(schema)) {
      throw new InputErrors("disentangle")
          .parameter(
              option, name, "data with factor columns (" + HasFactorCols.FACTOR_PREFIX + "...)");
    }
  }

  /** Whether data have no factor columns. */
  static boolean lacksFactors(StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .noneMatch(column -> column.startsWith(HasFactorCols.FACTOR_PREFIX));
  }
}
