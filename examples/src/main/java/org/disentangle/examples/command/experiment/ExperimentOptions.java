// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.SetsParam;
import org.disentangle.examples.experiment.ExperimentOverrides;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;

/** What an experiment is to have other than its table says. */
final class ExperimentOptions {

  private static final InputErrors ERRORS = new InputErrors("disentangle experiment");

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      description = "Other images to train and measure on. " + DataSpec.HELP)
  private String data = "";

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Another column of classes, whole numbers from 0, for measures that need one.")
  private String label = "";

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description =
          "Seeds, one run of every variant with each. To add some later, list the earlier ones too: results are of the seeds listed. Default: the table's.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--variants",
      split = ",",
      paramLabel = "NAME",
      description = "Only these variants of the table.")
  private List<String> variants = List.of();

  @SetsParam(value = "preset", described = false)
  @Option(names = "--preset", paramLabel = "NAME", description = "Another preset for all variants.")
  private String preset;

  @SetsParam(value = "numCodes", described = false)
  @Option(
      names = "--num-codes",
      paramLabel = "N",
      description = "Another number of codes for all variants.")
  private Integer numCodes;

  @SetsParam(value = "maxIter", described = false)
  @Option(
      names = "--max-iter",
      paramLabel = "N",
      description = "Other iterations of every worker, for all variants.")
  private Long maxIter;

  @SetsParam(value = "numWorkers", described = false)
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Another number of logical workers for all variants.")
  private Integer workers;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Any other Param, for all variants. May be given several times.")
  private Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = "--grid",
      paramLabel = "NAME=VALUE,VALUE",
      description = "Other values of a Param that the table varies. May be given several times.")
  private Map<String, String> grid = new LinkedHashMap<>();

  @Option(
      names = "--betas",
      paramLabel = "B,B",
      description = "The same as --grid beta=B,B, for ib-gan.")
  private String betas;

  /**
   * @throws org.disentangle.error.InvalidInputException if the images are no such text
   */
  ExperimentOverrides overrides() {
    if (!data.isEmpty()) {
      DataSpec.parse(data);
    }
    Map<String, String> common = new LinkedHashMap<>();
    put(common, "preset", preset);
    put(common, "numCodes", numCodes);
    put(common, "maxIter", maxIter);
    put(common, "numWorkers", workers);
    common.putAll(params);
    Map<String, List<String>> sweeps = new LinkedHashMap<>();
    if (betas != null && grid.containsKey("beta")) {
      throw ERRORS.conflict("--betas and --grid beta set the same");
    }
    put(grid, "beta", betas);
    grid.forEach((param, values) -> sweeps.put(param, values(values)));
    return new ExperimentOverrides(data, label, seeds, variants, common, sweeps);
  }

  /** Refuses a column of classes that no measure reads. */
  void requireLabelUsed(ExperimentPlan plan) {
    if (!label.isEmpty() && plan.measures().needsLabel().isEmpty()) {
      throw ERRORS.conflict("--label has no effect: no measure of this experiment needs classes");
    }
  }

  /** Commas in brackets belong to a value. */
  private static List<String> values(String text) {
    return List.of(text.split(",(?![^\\[]*\\])"));
  }

  private static void put(Map<String, String> params, String name, Object value) {
    if (value != null) {
      params.put(name, String.format(Locale.ROOT, "%s", value));
    }
  }
}
