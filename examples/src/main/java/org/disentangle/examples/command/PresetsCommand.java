// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.image.ImageShape;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The values of all presets. */
@Command(
    name = "presets",
    description = {
      "Print which images the presets of the systems take and what they set, as tables in Markdown.",
      "train, select and tune take these values unless others are given."
    })
final class PresetsCommand implements Callable<Integer> {

  private static final String PRESET = "preset";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "A preset, of all systems that have it, or a system, as --algorithm of train names it. Without: all.")
  private String name;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(name.isEmpty() ? tables() : tables(name));
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** A heading and a table per system. */
  static String tables() {
    return tables(name -> true, name -> true);
  }

  /** The tables of a system, or of a preset. */
  private static String tables(String name) {
    Set<String> systems = new LinkedHashSet<>();
    Set<String> presets = new LinkedHashSet<>();
    for (Algorithm algorithm : Algorithm.all()) {
      systems.add(algorithm.toString());
      presets.addAll(Presets.ids(algorithm.estimator().presets()));
    }
    if (systems.contains(name)) {
      return tables(name::equals, preset -> true);
    }
    if (presets.contains(name)) {
      return tables(system -> true, name::equals);
    }
    presets.addAll(systems);
    throw new InputErrors("disentangle presets")
        .parameter(
            "NAME",
            name,
            "a preset or a system: " + String.join(", ", presets),
            NearestName.hint(name, List.copyOf(presets), null));
  }

  private static String tables(Predicate<String> systems, Predicate<String> wanted) {
    StringBuilder text = new StringBuilder();
    for (Algorithm algorithm : Algorithm.all()) {
      if (systems.test(algorithm.toString())) {
        table(text, algorithm, wanted);
      }
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Algorithm algorithm, Predicate<String> wanted) {
    TrainsInRounds<?> estimator = algorithm.estimator();
    List<Params> presets =
        presets(estimator).stream().filter(preset -> wanted.test(value(preset, PRESET))).toList();
    if (presets.isEmpty()) {
      return;
    }
    text.append(
        String.format(
            Locale.ROOT,
            "## %s (`--algorithm %s`)\n\n",
            estimator.getClass().getSimpleName(),
            algorithm));
    row(text, "", presets.stream().map(preset -> value(preset, PRESET)).toList());
    row(text, "---", presets.stream().map(preset -> "---").toList());
    row(text, "images", presets.stream().map(preset -> images(estimator, preset)).toList());
    for (Param<?> param : estimator.params()) {
      if (estimator.declared().isPresets(param)) {
        row(
            text,
            String.format(Locale.ROOT, "`%s`", param.name()),
            presets.stream().map(preset -> value(preset, param.name())).toList());
      }
    }
    text.append('\n');
  }

  /** As a table's cell: 64 x 64 RGB. */
  private static String images(TrainsInRounds<?> estimator, Params preset) {
    ImageShape shape = Presets.of(estimator.presets(), value(preset, PRESET)).imageShape();
    return String.format(
        Locale.ROOT,
        "%d x %d %s",
        shape.height(),
        shape.width(),
        shape.channels() == 1 ? "grey" : "RGB");
  }

  private static List<Params> presets(TrainsInRounds<?> estimator) {
    Param<Object> param = estimator.getParam(PRESET);
    List<Params> presets = new ArrayList<>();
    for (String id : Presets.ids(estimator.presets())) {
      presets.add(estimator.copy(new ParamMap().put(param, id)));
    }
    return presets;
  }

  private static String value(Params preset, String name) {
    Param<Object> param = preset.getParam(name);
    Object value = preset.getOrDefault(param);
    if (value.equals(Long.MAX_VALUE)) {
      return "never";
    }
    return value instanceof String text ? text : param.jsonEncode(value);
  }

  private static void row(StringBuilder text, String first, List<String> cells) {
    text.append("| ").append(first).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }
}
