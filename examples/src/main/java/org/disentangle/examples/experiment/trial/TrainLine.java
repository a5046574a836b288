// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.examples.command.option.ParamWords;
import org.disentangle.examples.command.run.TypedCommand;

/**
 * The command that trains the model of a run by itself, bit for bit the same.
 *
 * @param out the model to write
 */
public record TrainLine(Trial trial, String out) {

  /** As a shell reads it. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>(List.of("disentangle", "train", "--data", trial.data()));
    words.addAll(List.of("--algorithm", trial.variant().algorithm().toString()));
    Map<String, String> params = new TreeMap<>();
    trial
        .variant()
        .params()
        .forEach(
            (name, value) -> {
              if (ParamWords.hasOption(name)) {
                words.addAll(ParamWords.of(name, value));
              } else {
                params.put(name, value);
              }
            });
    params.forEach((name, value) -> words.addAll(ParamWords.of(name, value)));
    if (!trial.curves().metrics().isEmpty()) {
      words.addAll(List.of("--evaluate", String.join(",", trial.curves().metrics())));
      words.addAll(List.of("--every", Long.toString(trial.curves().every())));
    }
    words.addAll(List.of("--seed", Long.toString(trial.seed()), "--out", out));
    return TypedCommand.line(words);
  }
}
