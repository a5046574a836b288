// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Several systems, to be trained by one command in place of one. */
public final class SeveralSystems {

  private static final String ONE = "--algorithm";
  private static final String SEVERAL = "--algorithms";

  @Option(
      names = SEVERAL,
      paramLabel = "NAME",
      split = ",",
      converter = Algorithm.Converter.class,
      completionCandidates = Algorithm.Names.class,
      description =
          "Several systems, such as infogan-cr,beta-tcvae, in place of --algorithm: --runs of each are trained, and the"
              + " best of all is selected. Options that only some of them have are set on those, and it is said on"
              + " which; --param SYSTEM.NAME=VALUE sets a Param of one alone, such as beta-tcvae.maxIter=6000. Weights"
              + " have one value each.")
  private List<Algorithm> systems = List.of();

  public boolean areGiven() {
    return !systems.isEmpty();
  }

  /**
   * In the order in which they were given.
   *
   * @param command what was given besides
   * @throws org.disentangle.error.InvalidInputException if {@code --algorithm} is given too
   */
  public List<Algorithm> systems(ParseResult command) {
    InputErrors errors = new InputErrors("disentangle");
    if (command.hasMatchedOption(ONE)) {
      throw errors.parameter(
          SEVERAL, systems, "either these or --algorithm, not both", "Leave out --algorithm.");
    }
    return systems;
  }
}
