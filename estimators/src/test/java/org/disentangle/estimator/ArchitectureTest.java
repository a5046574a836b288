// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.testing.EverySystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system trains networks that are given as JSON, and refuses those that do not fit. */
@Tag("train")
class ArchitectureTest {

  static List<Estimator<?>> systems() {
    Map<String, Object> short2 = Map.of("maxIter", 2L, "averagingFrequency", 2);
    return EverySystem.quick().stream()
        .<Estimator<?>>map(system -> EverySystem.with(system, short2))
        .toList();
  }

  private static Dataset<Row> labelled() {
    return TinyTraining.sprites()
        .withColumn("label", functions.expr("cast(factor_shape / 2 as int)"));
  }

  private static TrainedModel fit(Estimator<?> system) {
    return ((TrainsInRounds<?>) system).fit(labelled());
  }

  private static Estimator<?> with(Estimator<?> system, String json) {
    return EverySystem.with(system, Map.of("architecture", json));
  }

  private static String networks(TrainedModel model) {
    return NetworksJson.write(
        model instanceof DisentangledModel<?> coded
            ? (Record) coded.data().networks()
            : ((StyleContentModel) model).data().networks());
  }

  private static TrainingState state(TrainedModel model) {
    return model instanceof DisentangledModel<?> coded
        ? coded.data().state()
        : ((StyleContentModel) model).data().state();
  }

  private static long parameters(TrainedModel model) {
    return state(model).networks().values().stream()
        .mapToLong(network -> network.parameters().length)
        .sum();
  }

  /** The preset's own networks train to the same bits; with fewer maps they are smaller. */
  @ParameterizedTest
  @MethodSource("systems")
  void networksAreTakenFromJson(Estimator<?> system) {
    TrainedModel preset = fit(system);
    String json = networks(preset);
    assertEquals(state(preset), state(fit(with(system, json))), "the same networks");
    String narrower = json.replaceFirst("(\"name\":\"conv1\",\"filters\":)\\d+", "$13");
    assertNotEquals(json, narrower);
    TrainedModel own = fit(with(system, narrower));
    assertEquals(narrower, networks(own));
    assertTrue(parameters(own) < parameters(preset), parameters(own) + " parameters");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void networksThatMakeNoSenseAreRefused(Estimator<?> system) {
    String json = networks(fit(system));
    refused(system, "{\"encoder\":", "NetworksJson.write");
    refused(system, "null", "imageShape");
    refused(system, "{}", "as JSON");
    refused(system, json.replaceFirst("\"stride\":2", "\"stride\":0"), "layer");
    refused(system, json.replaceAll("\"height\":32", "\"height\":16"), "values");
    String size = system instanceof StyleContentVaeGan ? "unspecifiedDim" : "numCodes";
    int other = (int) system.getOrDefault(system.getParam(size)) + 1;
    Estimator<?> wider = EverySystem.with(with(system, json), Map.of(size, other));
    assertRefused(
        () -> fit(wider), "parameter architecture", size + " = " + other, "was written for");
  }

  private static void refused(Estimator<?> system, String json, String part) {
    assertRefused(() -> fit(with(system, json)), "parameter architecture", part);
  }

  /** What only one system has. */
  @Test
  void partsOfNetworksThatDoNotFitTogetherAreRefused() {
    for (Estimator<?> system : systems()) {
      String json = networks(fit(system));
      if (system instanceof Oogan) {
        refused(
            system,
            json.replace("\"orthogonal\":[\"conv1\"", "\"orthogonal\":[\"conv9\""),
            "'conv9' in orthogonal");
        refused(system, json.replaceFirst("\"numCodes\":\\d+", "\"numCodes\":1"), "takes 1 codes");
      }
      if (system instanceof StyleContentVaeGan) {
        refused(
            system,
            json.replaceAll("\\{\"type\":\"label-table\"[^}]*},?", ""),
            "D without a label-table");
        assertEquals(
            json,
            networks(fit(with(system, json.replace("\"classes\":2", "\"classes\":7")))),
            "labels of the data");
      }
    }
  }
}
