// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.pretrained.CardScores;
import org.disentangle.examples.pretrained.CardText;
import org.disentangle.file.Place;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.PretrainedWriter;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A trained model as resources of the class path. */
@Command(
    name = "pack",
    description = {
      "Pack a trained model as resources, so that pretrained:NAME finds it on the class path.",
      "Optimiser states are left out. The model is measured, and a card says what it is; a model of the same name in"
          + " the folder is replaced. The rest of the folder stays as it is."
    })
final class PackCommand implements Callable<Integer> {

  private static final InputErrors ERRORS = new InputErrors("disentangle pack");

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Name: lower-case letters and digits, with hyphens between them.")
  private String name;

  @Option(
      names = "--summary",
      required = true,
      paramLabel = "TEXT",
      description = "What the model makes, in a sentence.")
  private String summary;

  @Option(
      names = "--codes",
      split = ",",
      paramLabel = "NAME",
      description = "Names of the codes, one each. Default: code_0, code_1, ...")
  private List<String> codes = List.of();

  @Option(
      names = "--categories",
      paramLabel = "NAME,...",
      description =
          "Names of the categories of a categorical code, with commas between; once for each such code.")
  private List<String> categories = List.of();

  @Option(
      names = "--licence",
      required = true,
      paramLabel = "TEXT",
      description = "Licence of the model, and where its images come from.")
  private String licence;

  @Option(
      names = "--made-by",
      required = true,
      paramLabel = "COMMAND",
      description = "A command that trains the model again; may be given several times.")
  private List<String> commands;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = "What the model is measured on. " + DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--metric",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "factor_vae,mig,dci_rf_regressor.disentanglement",
      description =
          "Metrics by name, or category_accuracy for data with the column 'label'. Default: ${DEFAULT-VALUE}.")
  private List<String> metrics;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of all random draws. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of resources, such as src/main/resources of a project.")
  private String out;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    PretrainedWriter.requireName(name);
    Place resources = Place.of(ERRORS, "--out", out, spark.hadoop());
    Place packed = resources.child(PretrainedModels.resource(name, PretrainedModels.ZIP));
    Outputs outputs = new OutputOptions().outputs(spark).reads("--model", model.path()).reads(data);
    outputs.kept("--out", packed.toString());
    outputs.require();
    try (SparkRun run = spark.start("pack")) {
      DisentangledModel<?> fitted = model.load(run.session());
      List<List<String>> named =
          categories.stream().map(names -> Arrays.asList(names.split(",", -1))).toList();
      requireNames(fitted, named);
      PretrainedCard card =
          new PretrainedCard(
              name,
              summary,
              fitted.getClass().getSimpleName(),
              fitted.imageShape().toString(),
              codes.isEmpty() ? CodeSampler.of(fitted).names() : codes,
              named,
              licence,
              commands,
              fitted.trainedWith().toString(),
              data.text(),
              seed,
              new CardScores(data.load(run.session()), metrics, seed).of(fitted));
      long bytes = new PretrainedWriter(resources).write(fitted, card);
      spec.commandLine().getOut().print(new CardText(card).text(bytes));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private void requireNames(DisentangledModel<?> fitted, List<List<String>> named) {
    if (!codes.isEmpty() && codes.size() != fitted.numCodes()) {
      throw ERRORS.parameter(
          "--codes",
          codes,
          String.format(Locale.ROOT, "%d names, one per code", fitted.numCodes()));
    }
    List<Integer> counts = named.stream().map(List::size).toList();
    if (!named.isEmpty() && !counts.equals(fitted.latent().categories())) {
      throw ERRORS.parameter(
          "--categories",
          named,
          String.format(
              Locale.ROOT,
              "for each categorical code as many names as categories: %s",
              fitted.latent().categories()));
    }
  }
}
