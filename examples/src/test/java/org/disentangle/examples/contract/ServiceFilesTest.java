// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stages are registered as services, which is where Spark Connect looks for them. */
@Tag("contract")
class ServiceFilesTest {

  @Test
  void everyStageThatCanBeMadeFromNothingIsRegistered() throws ClassNotFoundException {
    Set<String> expected = new TreeSet<>();
    for (String name : PublicStages.names()) {
      if (!Model.class.isAssignableFrom(Class.forName(name))) {
        expected.add(name);
      }
    }
    Set<String> registered = new TreeSet<>();
    registered.addAll(ours(Transformer.class));
    registered.addAll(ours(Estimator.class));
    registered.addAll(ours(Evaluator.class));
    assertEquals(expected, registered);
  }

  /** Without making instances; types that have no public constructor are refused all the same. */
  private static Set<String> ours(Class<?> service) {
    return ServiceLoader.load(service).stream()
        .map(provider -> provider.type().getName())
        .filter(name -> name.startsWith("org.disentangle."))
        .collect(Collectors.toSet());
  }
}
