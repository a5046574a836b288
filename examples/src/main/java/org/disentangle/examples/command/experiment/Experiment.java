// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.TextTable;
import org.disentangle.file.Place;
import org.disentangle.train.TrainingListener;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that trains every one of a list of trials with every seed, writes {@code results.json}
 * and prints a table.
 *
 * @param <R> what is found of one training
 */
abstract class Experiment<R> implements Callable<Integer> {

  /** One training, to be done with a seed. */
  interface Trial<R> {
    R run(Dataset<Row> images, long seed, TrainingListener listener) throws IOException;
  }

  @Spec private CommandSpec spec;
  @Mixin private ExperimentOptions options;
  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  abstract DataSpec data();

  /** Folder to write. */
  abstract String out();

  /** What to train, in the order of the table. */
  abstract List<Trial<R>> trials(ExperimentOptions options, Place out, boolean overwrite);

  /** Titles of the table. */
  abstract String[] titles();

  /** The table's row of one training. */
  abstract String[] cells(R result);

  /** What {@link #out()} has besides the figures. */
  abstract String written();

  @Override
  public final Integer call() throws IOException {
    Outputs outputs = output.outputs(spark).reads(data());
    Place folder = outputs.results("--out", out());
    outputs.require();
    List<Trial<R>> trials = trials(options, folder, output.overwrite());
    List<R> results = new ArrayList<>();
    try (SparkRun run = spark.start("experiment " + spec.name());
        Progress progress =
            Progress.of(
                spec.name(), trials.size() * options.seeds().size(), spec.commandLine().getErr())) {
      Dataset<Row> images = data().load(run.session()).cache();
      for (Trial<R> trial : trials) {
        for (long seed : options.seeds()) {
          results.add(trial.run(images, seed, progress));
        }
      }
    }
    Place json = folder.child("results.json");
    ReportFile.writeJson(json, results, output.overwrite());
    TextTable table = new TextTable(titles());
    results.forEach(result -> table.row(cells(result)));
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(table);
    printer.printf(Locale.ROOT, "figures: %s%n%s: %s%n", json, written(), folder);
    return 0;
  }

  static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
