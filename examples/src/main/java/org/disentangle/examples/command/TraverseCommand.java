// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.GivenNames;
import org.disentangle.examples.command.option.IdleWith;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.ClassOrder;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.file.Place;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.Traversal;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A picture of what each code does. */
@Command(
    name = "traverse",
    description = {
      "Draw what each code of a trained model does.",
      "Writes a PNG: one row per code for each of several random images, the code going from -1 at the left to"
          + " 1 at the right (--from and --to: any range)."
    })
final class TraverseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "3",
      description = "Random images to start from. Default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Images per row. Default: ${DEFAULT-VALUE}.")
  private int steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of the random images. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "VALUE",
      description =
          "Value of continuous codes at the left, also outside of their range; with --to."
              + " Default: the low end of their range.")
  private Double from;

  @Option(
      names = "--to",
      paramLabel = "VALUE",
      description = "Value at the right; with --from. Default: the high end of their range.")
  private Double to;

  @Option(
      names = "--code",
      paramLabel = "N",
      split = ",",
      description = "Codes to draw, from 0; several with commas. Default: all.")
  private List<Integer> codes;

  @Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description =
          "Names of the codes, one each. Default: those of a model that ships, or numbers.")
  private String[] names = {};

  @IdleWith("--data")
  @Option(
      names = "--category-order",
      paramLabel = "N",
      split = ",",
      description =
          "Order of the categories of code 0, each of them once, such as 3,0,2,1."
              + " Default: by number, or by class with --data.")
  private List<Integer> categoryOrder;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = {
        "Labelled images, by whose classes the categories of code 0 are put in order: first the category that"
            + " most images of the first class are in.",
        DataSpec.HELP
      })
  private DataSpec data;

  @Needs("--data")
  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "label",
      description = "Column of classes in --data. Default: ${DEFAULT-VALUE}.")
  private String label;

  @Option(names = "--out", required = true, paramLabel = "PNG", description = "PNG file to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    requireBothEnds();
    Outputs outputs = output.outputs(spark).reads("--model", model.path());
    if (data != null) {
      outputs.reads(data);
    }
    Place png = outputs.file("--out", out);
    outputs.require();
    try (SparkRun run = spark.start("traverse")) {
      DisentangledModel<?> fitted = model.load(run.session());
      Traversal traversal = new Traversal(fitted).samples(samples).steps(steps).seed(seed);
      if (from != null) {
        traversal.range(from, to);
      }
      if (codes != null) {
        traversal.codes(numbers(codes));
      }
      if (categoryOrder != null) {
        traversal.categoryOrder(numbers(categoryOrder));
      } else if (data != null) {
        traversal.categoryOrder(ClassOrder.of(fitted, data.load(run.session()), label));
      }
      traversal.names(GivenNames.of(model.path(), names)).write(png, output.overwrite());
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "traversal: %s%n", out);
    return 0;
  }

  private static int[] numbers(List<Integer> given) {
    return given.stream().mapToInt(Integer::intValue).toArray();
  }

  private void requireBothEnds() {
    if ((from == null) != (to == null)) {
      throw new InputErrors("disentangle traverse")
          .conflict("--from and --to belong together; found one of them alone");
    }
    if (from != null && !Traversal.isRange(from, to)) {
      throw new InputErrors("disentangle traverse")
          .conflict(
              String.format(
                  Locale.ROOT,
                  "--from %s and --to %s: expected two different finite numbers of single precision",
                  from,
                  to));
    }
  }
}
