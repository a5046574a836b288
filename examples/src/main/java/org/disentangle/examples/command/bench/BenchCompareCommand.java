// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.error.Counted;
import org.disentangle.examples.bench.compare.BuildComparison;
import org.disentangle.examples.bench.compare.BuildComparison.ComparisonReport;
import org.disentangle.examples.bench.compare.ComparedFigure;
import org.disentangle.examples.bench.compare.ProgramBuild;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.report.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Two builds in turns. */
@Command(
    name = "compare",
    customSynopsis =
        "disentangle bench compare --with=DIR [--pairs=N] [--json=FILE] [--overwrite] BENCH [OPTION OF BENCH]...",
    description = {
      "Run a benchmark of this build and of another one in turns, each in a JVM of its own, and print every figure of"
          + " both: medians, and the median, the least and the largest of the ratios of the pairs, this build's"
          + " figure divided by the other's. Figures that are equal in all runs are left out.",
      "Which build runs first changes from pair to pair. An older build that writes no JSON is read from what it"
          + " prints."
    })
final class BenchCompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "DIR",
      description =
          "The other build: a checkout of this project, which is built if need be, or an assembled jar.")
  private String with;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each build runs. Default: ${DEFAULT-VALUE}.")
  private int pairs;

  @Parameters(
      paramLabel = "BENCH",
      description = "What to measure: step, scale, generate, metrics or soak; then its options.")
  private String bench;

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Mixin private JsonOutput json;

  @Override
  public Integer call() throws IOException {
    BenchOptions.requireAtLeastOne("--pairs", pairs);
    List<String> options = options();
    json.outputs(new SparkOptions().hadoop()).require();
    BuildComparison comparison =
        new BuildComparison(ProgramBuild.own(), ProgramBuild.at("--with", with));
    List<String> words = new ArrayList<>(List.of(bench));
    words.addAll(arguments);
    PrintWriter notes = spec.commandLine().getErr();
    ComparisonReport report =
        comparison.run(
            words,
            options,
            pairs,
            note -> {
              notes.println(note);
              notes.flush();
            });
    PrintWriter printer = spec.commandLine().getOut();
    print(report, printer);
    json.write(report, printer);
    return 0;
  }

  /** The options that the benchmark is given; refuses what this build does not understand. */
  private List<String> options() {
    CommandLine measured = spec.parent().subcommands().get(bench);
    if (measured == null || measured == spec.commandLine() || !writesJson(measured)) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT,
              "Invalid value for BENCH: found %s; expected step, scale, generate, metrics or soak.",
              bench));
    }
    try {
      return new CommandLine(measured.getCommandSpec().userObject().getClass())
          .parseArgs(arguments.toArray(String[]::new)).matchedOptions().stream()
              .map(option -> option.longestName())
              .toList();
    } catch (ParameterException e) {
      throw new ParameterException(spec.commandLine(), "bench " + bench + ": " + e.getMessage());
    }
  }

  private static boolean writesJson(CommandLine bench) {
    return bench.getCommandSpec().findOption("--json") != null;
  }

  private static void print(ComparisonReport report, PrintWriter printer) {
    printer.printf(
        Locale.ROOT,
        "bench %s, %s, with %s%n",
        String.join(" ", report.bench()),
        Counted.of(report.pairs(), "pair"),
        report.with());
    TextTable table = new TextTable("figure", "this", "other", "this/other", "least", "largest");
    for (ComparedFigure figure : report.figures()) {
      table.row(
          figure.name(),
          text(figure.medianHere()),
          text(figure.medianThere()),
          String.format(Locale.ROOT, "%.3f", figure.ratio()),
          String.format(Locale.ROOT, "%.3f", figure.least()),
          String.format(Locale.ROOT, "%.3f", figure.most()));
    }
    printer.print(table);
    printer.flush();
  }

  /** Four digits or more. */
  private static String text(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 1000 ? "%.0f" : size >= 10 ? "%.2f" : "%.4f", value);
  }
}
