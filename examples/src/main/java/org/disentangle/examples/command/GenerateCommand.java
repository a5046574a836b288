// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.disentangle.dataset.DataCard;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.error.Counted;
import org.disentangle.examples.command.option.CodeOptions;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SampleOptions;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.RowProgress;
import org.disentangle.file.Place;
import org.disentangle.image.ImageFormat;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Codes drawn, rendered and written as a labelled data set. */
@Command(
    name = "generate",
    description = {
      "Generate a labelled data set with a trained model.",
      "Writes Parquet with the columns id, codes (the labels), noise and the image, and beside it a data card"
          + " (OUT-card/CARD.md, OUT-card/card.json). The same model, seed and count give the same rows on any number of"
          + " cores. A command that was stopped is continued by the same one with --resume."
    })
final class GenerateCommand implements Callable<Integer> {

  private static final String BYTES_PATH = "bytes-path";

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Images. Default: ${DEFAULT-VALUE}.")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of codes and noise. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "png",
      description =
          "Format of the images: image, png, array, vector, or bytes-path: PNG and name in a struct as Hugging Face,"
              + " DuckDB, polars and pandas have it, with a column for each code. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Mixin private CodeOptions codes;

  @Option(
      names = "--rows-per-file",
      paramLabel = "N",
      defaultValue = "" + LabelledDataSet.ROWS_PER_FILE,
      description = "Images per Parquet file. Default: ${DEFAULT-VALUE}.")
  private long rowsPerFile;

  @Option(
      names = "--resume",
      description =
          "Write only what is missing of a set that the same command began; begin it where nothing is.")
  private boolean resume;

  @Mixin private SampleOptions sample;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    requireOptions();
    try (SparkRun run = spark.start("generate")) {
      DisentangledModel<?> fitted = model.load(run.session());
      boolean published = format.equals(BYTES_PATH);
      fitted.setImageFormat(published ? ImageFormat.PNG.id() : format);
      CodeSampler sampler = codes.sampler(model.path(), fitted, seed);
      sample.require(sampler);
      RowProgress progress = new RowProgress("generate", spec.commandLine().getErr());
      DataCard card =
          new LabelledDataSet(fitted, sampler, count)
              .rowsPerFile(rowsPerFile)
              .bytesAndPath(published)
              .listener(progress::done)
              .write(run.session(), out, ifThere());
      printer.printf(
          Locale.ROOT,
          "%s: %s (seed %d)%n",
          Counted.of(card.count(), "labelled image"),
          out,
          card.seed());
      sample.write(run.session(), out, fitted, sampler, output.overwrite(), printer);
    }
    return 0;
  }

  private void requireOptions() {
    InputErrors errors = new InputErrors("disentangle generate");
    if (count < 1) {
      throw errors.parameter("--count", count, "at least 1");
    }
    if (resume && output.overwrite()) {
      throw errors.parameter(
          "--resume", true, "not together with --overwrite", "Leave out --resume to begin again.");
    }
    List<String> formats =
        Stream.concat(Arrays.stream(ImageFormat.ids()), Stream.of(BYTES_PATH)).toList();
    if (!formats.contains(format)) {
      throw errors.parameter("--format", format, "one of " + String.join(", ", formats));
    }
    Outputs outputs = output.outputs(spark).reads("--model", model.path());
    Place set =
        ifThere() == LabelledDataSet.IfThere.REPLACE
            ? outputs.table("--out", out)
            : outputs.keptTable("--out", out);
    outputs.kept("--out (its card)", set.beside("-card").toString());
    sample.require(outputs);
    outputs.require();
    if (ifThere() == LabelledDataSet.IfThere.REFUSE) {
      LabelledDataSet.requireFree(out, spark.hadoop());
    }
  }

  private LabelledDataSet.IfThere ifThere() {
    if (resume) {
      return LabelledDataSet.IfThere.RESUME;
    }
    return output.overwrite() ? LabelledDataSet.IfThere.REPLACE : LabelledDataSet.IfThere.REFUSE;
  }
}
