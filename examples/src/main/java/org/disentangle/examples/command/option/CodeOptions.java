// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.pretrained.PretrainedModels;
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
      description = "Names of the codes, one each. Default: those of a model that ships, or code_0, code_1, ...")
  private String[] names = {};

  /**
   * Draws codes as the options say.
   *
   * @param path as the model was named: one that ships has names of its codes
   */
  public CodeSampler sampler(String path, DisentangledModel<?> model, long seed) {
    return CodeSampler.of(model)
        .setSeed(seed)
        .setCodeNames(GivenNames.of(path, names))
        .setCodeDraw(draw)
        .setBins(bins)
        .setCodeGrid(byNumber(path, grid))
        .setFixedCodes(byNumber(path, fixed));
  }

  /** With {@code 0=} for {@code code_0=}, which codes with names of their model are called too. */
  private String[] byNumber(String path, String... rules) {
    return names.length > 0 || !PretrainedModels.isName(path)
        ? rules
        : Arrays.stream(rules)
            .map(rule -> rule.replaceFirst("^code_(\\d+)=", "$1="))
            .toArray(String[]::new);
  }
}
