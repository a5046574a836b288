// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.List;
import org.disentangle.estimator.IbGan;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.SpritesOption;
import org.disentangle.examples.experiment.BottleneckSweep;
import org.disentangle.file.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** IB-GAN's bottleneck. */
@Command(
    name = "ib-gan",
    description = {
      "Train IB-GAN with several weights of its information bottleneck and compare: the divergence of codes from their"
          + " prior (what they can carry, in nats), the error of the noise that Q reads in images, how many codes"
          + " differ between images, and the FactorVAE score of these.",
      "Writes a model, its losses and a traversal for each weight and seed, and results.json."
    })
final class ExperimentIbGanCommand extends Experiment<BottleneckSweep.Result> {

  @Mixin private SpritesOption sprites;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small32",
      description = "Preset of ib-gan. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--betas",
      split = ",",
      paramLabel = "B",
      defaultValue = "0,0.08,0.3",
      description = "Weights of the bottleneck. Default: ${DEFAULT-VALUE}.")
  private List<Double> betas;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "ib-gan-bottleneck",
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
  List<Trial<BottleneckSweep.Result>> trials(
      ExperimentOptions options, Place out, boolean overwrite) {
    IbGan estimator = new IbGan().setPreset(preset);
    options.applyTo(estimator);
    BottleneckSweep sweep = new BottleneckSweep(estimator, out, overwrite);
    return betas.stream()
        .<Trial<BottleneckSweep.Result>>map(
            beta -> (images, seed, listener) -> sweep.run(beta, images, seed, listener))
        .toList();
  }

  @Override
  String[] titles() {
    return new String[] {"beta", "seed", "divergence", "error of Q", "active codes", "FactorVAE"};
  }

  @Override
  String[] cells(BottleneckSweep.Result result) {
    return new String[] {
      Double.toString(result.beta()),
      Long.toString(result.seed()),
      text(result.divergence()),
      text(result.error()),
      Integer.toString(result.activeCodes()),
      text(result.factorVae())
    };
  }

  @Override
  String written() {
    return "models, losses and traversals";
  }
}
