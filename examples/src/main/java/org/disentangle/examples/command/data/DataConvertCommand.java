// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.data;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.huggingface.FeatureParquet;
import org.disentangle.error.Counted;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.RowProgress;
import org.disentangle.examples.report.WholeParquet;
import org.disentangle.examples.table.ConvertedImages;
import org.disentangle.examples.table.RowsRead;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A data set written as Parquet. */
@Command(
    name = "convert",
    description = {
      "Write a data set as Parquet: its images, prepared as SPEC says, and all other columns.",
      "The folder holds Parquet files only, and appears when all rows are written."
    })
final class DataConvertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "png",
      description =
          "Format of the images: png, struct (Spark's image struct), array, vector, or bytes-path: PNG and name in a"
              + " struct as Hugging Face, DuckDB, polars and pandas have it, with the names of labels. Default:"
              + " ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PARQUET",
      description = "Folder to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    if (!ConvertedImages.FORMATS.contains(format)) {
      throw new InputErrors("disentangle data convert")
          .parameter("--format", format, "one of " + String.join(", ", ConvertedImages.FORMATS));
    }
    Outputs outputs = output.outputs(spark).reads(data);
    outputs.table("--out", out);
    outputs.require();
    try (SparkRun run = spark.start("data")) {
      Dataset<Row> rows = data.load(run.session());
      long count = requireRows(rows.count());
      boolean published = format.equals(ConvertedImages.BYTES_PATH);
      Dataset<Row> converted = ConvertedImages.of(rows, format);
      RowProgress progress = new RowProgress("convert", spec.commandLine().getErr());
      try (RowsRead read = RowsRead.start(run.session().sparkContext(), count, progress::done)) {
        count =
            WholeParquet.write(
                converted,
                out,
                output.overwrite(),
                published ? FeatureParquet.class.getName() : "parquet");
        read.finish();
      }
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "data: %s (%s)%n", out, Counted.of(count, "row"));
    }
    return 0;
  }

  private static long requireRows(long count) {
    if (count == 0) {
      throw new InputErrors("disentangle data convert")
          .rows("none", "a data set with at least one image");
    }
    return count;
  }
}
