// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;

/**
 * Two builds that run the same benchmark in turns. The order changes from pair to pair, so that
 * what drifts on the machine counts for both alike.
 */
public final class BuildComparison {

  private static final String JSON = "--json";

  /**
   * What was measured.
   *
   * @param bench the benchmark and its arguments
   * @param with the other build
   * @param readFrom "json", or "text" if the other build writes no JSON
   * @param figures those that both builds have and that are not equal in all runs, as settings are
   */
  public record ComparisonReport(
      List<String> bench, String with, int pairs, String readFrom, List<ComparedFigure> figures) {}

  private final ProgramBuild here;
  private final ProgramBuild there;

  /**
   * @param here the build whose figures are divided
   * @param there the build by whose figures they are divided
   */
  public BuildComparison(ProgramBuild here, ProgramBuild there) {
    this.here = here;
    this.there = there;
  }

  /**
   * Measures.
   *
   * @param bench the benchmark and its arguments, which this build knows
   * @param options the names of its options among them
   * @param pairs how often each build runs, at least 1
   * @param notes told of every run before it starts
   * @throws InvalidInputException if the other build has not got the benchmark or an option, a run
   *     fails, or the builds have no figure in common
   */
  public ComparisonReport run(
      List<String> bench, List<String> options, int pairs, Consumer<String> notes)
      throws IOException {
    String help = there.help(bench.get(0));
    for (String option : options) {
      requireOption(bench.get(0), option, help);
    }
    boolean json = mentions(help, JSON);
    List<Map<String, Double>> ofHere = new ArrayList<>();
    List<Map<String, Double>> ofThere = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      boolean hereFirst = pair % 2 == 0;
      for (boolean own : new boolean[] {hereFirst, !hereFirst}) {
        ProgramBuild build = own ? here : there;
        notes.accept(
            String.format(Locale.ROOT, "pair %d of %d: %s", pair + 1, pairs, build.name()));
        (own ? ofHere : ofThere).add(figures(build, bench, json));
      }
    }
    List<ComparedFigure> compared = compared(ofHere, ofThere);
    if (compared.isEmpty()) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "disentangle bench: found no figure of %s that both builds report and that differs",
              bench.get(0)));
    }
    return new ComparisonReport(bench, there.name(), pairs, json ? "json" : "text", compared);
  }

  private void requireOption(String bench, String option, String help) {
    if (!mentions(help, option)) {
      throw InvalidInputException.of(
          "disentangle bench: " + there.name(),
          String.format(Locale.ROOT, "bench %s without %s", bench, option),
          "a build that has this option",
          "Leave the option out.");
    }
  }

  private static boolean mentions(String help, String option) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(option) + "(?![\\w-])")
        .matcher(help)
        .find();
  }

  private static Map<String, Double> figures(ProgramBuild build, List<String> bench, boolean json)
      throws IOException {
    List<String> arguments = Stream.concat(Stream.of("bench"), bench.stream()).toList();
    if (!json) {
      return PrintedFigures.read(build.run(arguments).out());
    }
    Path folder = Files.createTempDirectory("disentangle-compare");
    Path file = folder.resolve("figures.json");
    try {
      build.run(Stream.concat(arguments.stream(), Stream.of(JSON, file.toString())).toList());
      return JsonFigures.read(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static List<ComparedFigure> compared(
      List<Map<String, Double>> ofHere, List<Map<String, Double>> ofThere) {
    Set<String> names = new LinkedHashSet<>(ofHere.get(0).keySet());
    Stream.concat(ofHere.stream(), ofThere.stream())
        .forEach(figures -> names.retainAll(figures.keySet()));
    List<ComparedFigure> compared = new ArrayList<>();
    for (String name : names) {
      List<Double> here = ofHere.stream().map(figures -> figures.get(name)).toList();
      List<Double> there = ofThere.stream().map(figures -> figures.get(name)).toList();
      if (Stream.concat(here.stream(), there.stream()).distinct().count() > 1) {
        compared.add(ComparedFigure.of(name, here, there));
      }
    }
    return compared;
  }
}
