// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.disentangle.examples.experiment.trial.TrialScore;

/**
 * A result for spreadsheets.
 *
 * @param result of the experiment
 */
record ResultCsv(ExperimentResult result) {

  /** A line per row and measure. */
  String means() {
    List<String> lines = new ArrayList<>(List.of("variant,measure,runs,mean,standard_error"));
    for (VariantResult variant : result.variants()) {
      variant
          .measures()
          .forEach(
              (measure, estimate) ->
                  lines.add(
                      line(
                          variant.variant(),
                          measure,
                          estimate.runs(),
                          estimate.mean(),
                          estimate.standardError())));
    }
    return text(lines);
  }

  /** A line per run. */
  String runs() {
    List<Object> titles =
        new ArrayList<>(List.of("variant", "seed", "iterations", "training_seconds", "stopped"));
    titles.addAll(result.measures());
    List<String> lines = new ArrayList<>(List.of(line(titles.toArray())));
    for (TrialScore run : result.runs()) {
      List<Object> cells = new ArrayList<>();
      cells.add(run.variant());
      cells.add(run.seed());
      cells.add(run.iterations());
      cells.add(run.trainingSeconds());
      cells.add(run.stopped());
      result.measures().forEach(measure -> cells.add(run.measures().get(measure)));
      lines.add(line(cells.toArray()));
    }
    return text(lines);
  }

  /** A line per point of a curve; empty if there is none. */
  String curves() {
    List<String> lines = new ArrayList<>(List.of("variant,seed,curve,iteration,value"));
    for (TrialScore run : result.runs()) {
      run.curves()
          .forEach(
              (curve, points) ->
                  points.forEach(
                      point ->
                          lines.add(
                              line(
                                  run.variant(),
                                  run.seed(),
                                  curve,
                                  point.iteration(),
                                  point.value()))));
    }
    return lines.size() == 1 ? "" : text(lines);
  }

  private static String line(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      String text = Objects.toString(cell, "");
      texts.add(text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"');
    }
    return String.join(",", texts);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
