// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.examples.bench.BenchSubject;
import org.disentangle.examples.command.option.IdleWith;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SetsParam;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is measured, for how long, and where the result goes. */
final class BenchOptions {

  @IdleWith({"--model", "--all"})
  @SetsParam(value = "preset", described = false)
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Networks: a preset's. Default: the system's first, such as dsprites.")
  private String preset;

  @SetsParam(value = "batchSize", described = false)
  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "64",
      description = "Images per mini-batch. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @IdleWith({"--fits", "--loads"})
  @Option(
      names = "--seconds",
      paramLabel = "X",
      defaultValue = "20",
      description = "How long to measure, in seconds, roughly. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  @Mixin private JsonOutput json;

  /** What is measured of InfoGAN-CR. */
  BenchSubject subject() {
    return new BenchSubject(
        Presets.of(InfoGanCrPreset.class, preset(InfoGanCrPreset.class)), batchSize());
  }

  /**
   * The preset that was given, or the first of the system.
   *
   * @throws org.disentangle.error.InvalidInputException if the system has no such preset
   */
  String preset(Class<? extends Preset> presets) {
    return preset == null ? Presets.ids(presets).get(0) : Presets.of(presets, preset).id();
  }

  boolean hasPreset() {
    return preset != null;
  }

  int batchSize() {
    requireAtLeastOne("--batch-size", batchSize);
    return batchSize;
  }

  double seconds() {
    requirePositive("--seconds", seconds);
    return seconds;
  }

  static void requireAtLeastOne(String option, long value) {
    if (value < 1) {
      throw errors().parameter(option, value, "at least 1");
    }
  }

  static void requirePositive(String option, double value) {
    if (!(value > 0)) {
      throw errors().parameter(option, value, "more than 0");
    }
  }

  static void requireAtLeastZero(String option, double value) {
    if (!(value >= 0)) {
      throw errors().parameter(option, value, "at least 0");
    }
  }

  static void requireAscending(String option, List<Integer> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) <= (i == 0 ? 0 : values.get(i - 1))) {
        throw errors()
            .parameter(option, values, "distinct numbers from 1 on, ascending", "Sort them.");
      }
    }
  }

  static InputErrors errors() {
    return new InputErrors("disentangle bench");
  }

  boolean overwrite() {
    return json.overwrite();
  }

  /** The places of a command, to be required before any time is spent. */
  Outputs outputs(Configuration hadoop) {
    return json.outputs(hadoop);
  }

  /** Writes what there is so far to the JSON file, if one is asked for. */
  void writePart(Object report) throws IOException {
    json.writePart(report);
  }

  /** Writes the JSON file if one is asked for. */
  void write(Object report, PrintWriter printer) throws IOException {
    json.write(report, printer);
  }
}
