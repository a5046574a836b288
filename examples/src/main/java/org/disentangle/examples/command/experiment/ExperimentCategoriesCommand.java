// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.List;
import org.disentangle.estimator.InfoGan;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.experiment.ClassesByCategory;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** InfoGAN's categorical code against labels. */
@Command(
    name = "categories",
    description = {
      "Train InfoGAN without labels and compare its categorical code with them: the share of images whose category"
          + " stands for their class, after matching categories to classes.",
      "Writes a model, its losses and a traversal for each seed, and results.json."
    })
final class ExperimentCategoriesCommand extends Experiment<ClassesByCategory.Result> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "label",
      description = "Column of the classes. Default: ${DEFAULT-VALUE}.")
  private String label;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small28",
      description = "Preset of infogan whose first code is categorical. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "categories",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private String out;

  @Override
  DataSpec data() {
    return data;
  }

  @Override
  String out() {
    return out;
  }

  @Override
  List<Trial<ClassesByCategory.Result>> trials(
      ExperimentOptions options, Place out, boolean overwrite) {
    InfoGan estimator = new InfoGan().setPreset(preset);
    options.applyTo(estimator);
    if (estimator.getCategories().length == 0) {
      throw new InputErrors("disentangle")
          .parameter(
              "--preset", preset, "a preset with a categorical code", "Use small28 or mnist28.");
    }
    return List.of(new ClassesByCategory(estimator, label, out, overwrite)::run);
  }

  @Override
  String[] titles() {
    return new String[] {
      "seed", "accuracy", "most frequent class", "information", "of", "images/s"
    };
  }

  @Override
  String[] cells(ClassesByCategory.Result result) {
    return new String[] {
      Long.toString(result.seed()),
      text(result.accuracy()),
      text(result.frequent()),
      text(result.information()),
      text(result.largest()),
      Long.toString(Math.round(result.imagesPerSecond()))
    };
  }

  @Override
  String written() {
    return "models, losses and traversals";
  }
}
