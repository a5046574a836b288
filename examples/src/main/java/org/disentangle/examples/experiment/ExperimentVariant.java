// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.command.option.GivenParam;
import org.disentangle.stage.InputErrors;

/**
 * A row of an experiment with all its values.
 *
 * @param table what errors call the experiment
 * @param name as results are labelled
 * @param algorithm the system
 * @param params all that is set but the seed, by name, as {@code --param} takes it
 */
public record ExperimentVariant(
    String table, String name, Algorithm algorithm, Map<String, String> params) {

  /** Which losses there are does not depend on how many images there are. */
  private static final long ANY_IMAGES = 1;

  private static final int TWO_CLASSES = 2;

  public ExperimentVariant {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * A new estimator with all values.
   *
   * @throws InvalidInputException naming table, row and Param, if the system has no such Param or
   *     does not take the value
   */
  public TrainsInRounds<?> estimator(long seed) {
    TrainsInRounds<?> estimator = algorithm.estimator();
    params.forEach((name, text) -> GivenParam.parse(estimator, name, text, errors()));
    estimator.setSeed(seed);
    return estimator;
  }

  /**
   * The losses that its training reports.
   *
   * @throws InvalidInputException naming table and row, if its Params do not go together
   */
  List<String> losses(long seed, CurveSet curves) {
    try {
      return curves
          .watch(estimator(seed), seed)
          .untrained(ANY_IMAGES, TWO_CLASSES)
          .procedure()
          .lossNames();
    } catch (InvalidInputException refusal) {
      throw refusal.getMessage().startsWith(table) ? refusal : errors().refused(refusal);
    }
  }

  /** The same with one more value. */
  ExperimentVariant with(String param, String value) {
    Map<String, String> more = new LinkedHashMap<>(params);
    more.put(param, value);
    return new ExperimentVariant(table, name, algorithm, more);
  }

  /** The name as a part of a path. */
  public String folder() {
    return folder(name);
  }

  /** A name of a row as a part of a path. */
  public static String folder(String name) {
    return name.replaceAll("[^A-Za-z0-9._+-]+", "-");
  }

  /** Whether a part of a path may be a row's folder: inside the experiment's, and no file of it. */
  public static boolean isFolder(String part) {
    return part.matches("[A-Za-z0-9][A-Za-z0-9._+-]*") && !part.matches(".*\\.(json|csv|png|txt)");
  }

  /** Errors of this row. */
  public InputErrors errors() {
    return errors(table, name);
  }

  /** Errors of the row of a name. */
  static InputErrors errors(String table, String name) {
    return new InputErrors(String.format(Locale.ROOT, "%s, variant '%s'", table, name));
  }
}
