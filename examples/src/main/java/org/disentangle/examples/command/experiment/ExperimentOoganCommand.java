// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.List;
import org.disentangle.estimator.Oogan;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.SpritesOption;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.experiment.OoganAblation;
import org.disentangle.file.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** OOGAN's ablation table. */
@Command(
    name = "oogan",
    description = {
      "Train OOGAN whole, without each of its three parts and without all of them, and compare: the correlation of"
          + " codes that images are generated from and codes that Q reads, off and on the diagonal, of Q's codes of"
          + " the data with one another, and the FactorVAE score.",
      "Writes a model, its losses, a traversal and the correlations for each variant and seed, and results.json."
    })
final class ExperimentOoganCommand extends Experiment<OoganAblation.Result> {

  @Mixin private SpritesOption sprites;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small32",
      description = "Preset of oogan. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(names = "--num-codes", paramLabel = "N", description = "Codes. Default: the preset's.")
  private Integer numCodes;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "oogan-ablation",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private String out;

  @Override
  DataSpec data() {
    return sprites.data();
  }

  @Override
  String out() {
    return out;
  }

  @Override
  List<Trial<OoganAblation.Result>> trials(
      ExperimentOptions options, Place out, boolean overwrite) {
    Oogan estimator = new Oogan().setPreset(preset);
    options.applyTo(estimator);
    TrainingOptions.ifGiven(numCodes, estimator::setNumCodes);
    OoganAblation ablation = new OoganAblation(estimator, out, overwrite);
    return OoganAblation.variants().stream()
        .<Trial<OoganAblation.Result>>map(
            variant -> (images, seed, listener) -> ablation.run(variant, images, seed, listener))
        .toList();
  }

  @Override
  String[] titles() {
    return new String[] {"variant", "seed", "off-diagonal", "diagonal", "among real", "FactorVAE"};
  }

  @Override
  String[] cells(OoganAblation.Result result) {
    return new String[] {
      result.variant(),
      Long.toString(result.seed()),
      text(result.offDiagonal()),
      text(result.diagonal()),
      text(result.amongReal()),
      text(result.factorVae())
    };
  }

  @Override
  String written() {
    return "models, losses, traversals and correlations";
  }
}
