// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disentangle.estimator.TrainsInRounds;
import picocli.CommandLine.Option;

/** Which system, and Params of it by their names. */
public final class SystemChoice {

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      defaultValue = "infogan-cr",
      converter = Algorithm.Converter.class,
      completionCandidates = Algorithm.Names.class,
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Algorithm algorithm;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description =
          "Any other Param of the system, by its name in the library, such as learningRate=0.001."
              + " estimators/README.md lists the names with their meanings; a name that the system does not have is"
              + " answered with all of them. May be given several times.")
  private Map<String, String> params = new LinkedHashMap<>();

  public Algorithm algorithm() {
    return algorithm;
  }

  /** Texts by what the user wrote before the first equals sign. */
  Map<String, String> params() {
    return Collections.unmodifiableMap(params);
  }

  /**
   * Sets the Params that were given.
   *
   * @throws org.disentangle.error.InvalidInputException if the system has no such Param, or it does
   *     not take the value
   */
  public void applyTo(TrainsInRounds<?> estimator) {
    params.forEach((name, text) -> GivenParam.parse(estimator, name, text));
  }
}
