// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.ColumnSummary;
import org.disentangle.examples.report.FirstImages;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is in a data set. */
@Command(
    name = "describe",
    description = {
      "Say what is in a data set: rows, columns, factors with their values and counts, and the range of pixels.",
      "Labels and factors of all rows are read; pixels of the first ones."
    })
final class DataDescribeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Images whose pixels are looked at, the first ones; add sample=N to SPEC for images from everywhere."
              + " Default: ${DEFAULT-VALUE}.")
  private int images;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "Contact sheet of these images to write, a PNG, ten in a row.")
  private String sheet;

  @Needs("--sheet")
  @Mixin
  private OutputOptions output;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    if (images < 1) {
      throw new InputErrors("disentangle data describe")
          .parameter("--images", images, "at least 1");
    }
    Outputs outputs = output.outputs(spark).reads(data);
    Place picture = outputs.file("--sheet", sheet);
    outputs.require();
    PrintWriter out = spec.commandLine().getOut();
    try (SparkRun run = spark.start("data")) {
      Dataset<Row> rows = data.load(run.session());
      FirstImages first = FirstImages.of(rows, images);
      ColumnSummary columns = ColumnSummary.of(rows);
      out.printf(
          Locale.ROOT,
          columns.rows() == 1 ? "%s: %,d row%n%n" : "%s: %,d rows%n%n",
          data.text(),
          columns.rows());
      first.describe().forEach(out::println);
      columns.lines().forEach(out::println);
      if (picture != null) {
        first.write(picture, output.overwrite());
        out.printf(Locale.ROOT, "%ncontact sheet: %s%n", sheet);
      }
    }
    return 0;
  }
}
