// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.Counted;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SetsParam;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.WholeParquet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The codes of given images. */
@Command(
    name = "encode",
    description = {
      "Infer the codes of images with a trained model.",
      "Writes Parquet with the columns of the data and the codes; images only with --keep-images. Of a model of"
          + " specified and unspecified codes it writes both.",
      "A column path has the files of pictures; data without a column path or id are numbered in a column row,"
          + " from 0 on, as they are read."
    })
final class EncodeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(names = "--keep-images", description = "Write the image column too.")
  private boolean keepImages;

  @SetsParam("probabilityCol")
  @Option(
      names = "--probabilities",
      paramLabel = "COLUMN",
      description =
          "Column to add with the probability of each category of the first categorical code; those of further"
              + " categorical codes are in COLUMN_1, COLUMN_2 and so on.")
  private String probabilities;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Parquet to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(spark).reads("--model", model.path()).reads(data);
    outputs.table("--out", out);
    outputs.require();
    try (SparkRun run = spark.start("encode")) {
      ModelOptions.Encoded encoded = model.encoded(run.session(), data, probabilities);
      Dataset<Row> kept = keepImages ? encoded.rows() : encoded.rows().drop(encoded.imageCol());
      long rows = WholeParquet.write(kept, out, output.overwrite());
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "codes: %s (%s)%n", out, Counted.of(rows, "row"));
    }
    return 0;
  }
}
