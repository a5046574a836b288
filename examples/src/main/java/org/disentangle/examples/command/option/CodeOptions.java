// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import picocli.CommandLine.Option;

/** How codes are drawn and what they are called. */
public final class CodeOptions {

  @Option(
      names = "--codes",
      paramLabel = "DRAW",
      defaultValue = "prior",
      description =
          "prior: codes from the model's prior (uniform on [-1, 1]; standard normal for autoencoders). balanced: every"
              + " equally likely interval of every code holds equally many images."
              + " Default: ${DEFAULT-VALUE}.")
  private String draw;

  @Needs({"--codes=balanced", "--folders"})
  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "16",
      description =
          "Intervals of a balanced code, and classes of --folders, 2 to 4096. Default: ${DEFAULT-VALUE}.")
  private int bins;

  @Option(
      names = "--grid",
      paramLabel = "CODE=STEPS",
      split = ",",
      description =
          "Codes (name or index) that take STEPS equally spaced values from -1 to 1 (autoencoders: -2 to 2); images"
              + " go through all combinations, the last code first.")
  private String[] grid = {};

  @Option(
      names = "--fix",
      paramLabel = "CODE=VALUE",
      split = ",",
      description = "Codes (name or index) of one value from -1 to 1 (autoencoders: -10 to 10).")
  private String[] fixed = {};

  @Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description = "Names of the codes, one each. Default: code_0, code_1, ...")
  private String[] names = {};

  public CodeSampler sampler(DisentangledModel<?> model, long seed) {
    return CodeSampler.of(model)
        .setSeed(seed)
        .setCodeNames(names)
        .setCodeDraw(draw)
        .setBins(bins)
        .setCodeGrid(grid)
        .setFixedCodes(fixed);
  }
}
