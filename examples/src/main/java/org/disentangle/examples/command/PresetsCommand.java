// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.net.procedure.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The values of all presets. */
@Command(
    name = "presets",
    description = {
      "Print what every preset of every system sets, as tables in Markdown.",
      "train, select and tune take these values unless others are given."
    })
final class PresetsCommand implements Callable<Integer> {

  private static final String PRESET = "preset";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(tables());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** A heading and a table a system. */
  static String tables() {
    StringBuilder text = new StringBuilder();
    for (Algorithm algorithm : Algorithm.all()) {
      TrainsInRounds<?> estimator = algorithm.estimator();
      List<Params> presets = presets(estimator);
      text.append(
          String.format(
              Locale.ROOT,
              "## %s (`--algorithm %s`)\n\n",
              estimator.getClass().getSimpleName(),
              algorithm));
      row(text, "", presets.stream().map(preset -> value(preset, PRESET)).toList());
      row(text, "---", presets.stream().map(preset -> "---").toList());
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
    return text.toString();
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
