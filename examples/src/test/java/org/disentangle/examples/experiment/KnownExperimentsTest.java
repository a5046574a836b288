// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.types.StructType;
import org.disentangle.examples.experiment.trial.ExperimentRun;
import org.disentangle.file.Place;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of this project: complete, and right in every name and value. */
class KnownExperimentsTest {

  @Test
  void everyTableIsListed() throws IOException, URISyntaxException {
    Path folder =
        Path.of(KnownExperiments.class.getResource("experiments.txt").toURI()).getParent();
    Set<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(name -> files.add(name.replaceFirst("\\.json$", "")));
    }
    assertEquals(files, new TreeSet<>(KnownExperiments.names()));
  }

  static List<ExperimentTable> tables() {
    return KnownExperiments.all();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("tables")
  void everyTableHasAllSizes(ExperimentTable table) {
    assertEquals(List.of(ExperimentSize.values()), List.copyOf(table.sizes().keySet()));
    assertFalse(table.sizes().get(ExperimentSize.TINY).data().isEmpty(), table.name());
    assertTrue(table.seeds().size() >= 3, table.name());
  }

  static Stream<ExperimentPlan> plans() {
    return tables().stream()
        .flatMap(table -> Arrays.stream(ExperimentSize.values()).map(size -> plan(table, size)));
  }

  /** Where a table leaves the images to the user, with some of their size. */
  private static ExperimentPlan plan(ExperimentTable table, ExperimentSize size) {
    String data = table.size(size).data().isEmpty() ? "parquet:digits" : "";
    return ExperimentPlan.of(
        table, size, new ExperimentOverrides(data, "", List.of(), List.of(), Map.of(), Map.of()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("plans")
  void everyVariantCanBeTrainedOnItsImages(ExperimentPlan plan) {
    if (!plan.data().equals("parquet:digits")) {
      StructType schema = plan.dataSpec(plan.data()).load(SharedSpark.session()).schema();
      for (ExperimentVariant variant : plan.variants()) {
        ((PipelineStage) variant.estimator(1)).transformSchema(schema);
      }
      assertTrue(
          plan.label().isEmpty() || List.of(schema.fieldNames()).contains(plan.label()),
          plan.label());
    }
    int runs = plan.variants().size() * plan.seeds().size();
    assertEquals(runs, new ExperimentRun(plan, Place.of(Path.of("x")), 1).trials().size());
  }

  /** A comparison with equally many samples is one. */
  @Test
  void samplesAreTheSameForEverySystem() {
    ExperimentPlan plan =
        plan(KnownExperiments.named("systems").orElseThrow(), ExperimentSize.SHORT);
    assertEquals(8, plan.variants().size());
    for (ExperimentVariant variant : plan.variants()) {
      var estimator = variant.estimator(1);
      assertEquals(
          192_000,
          estimator.getMaxIter() * estimator.getBatchSize() * estimator.getNumWorkers(),
          variant.name());
    }
  }
}
