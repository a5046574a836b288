// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The stages are registered as services, which is where Spark Connect looks for them. */
@Tag("contract")
class ServiceFilesTest {

  @Test
  void everyStageIsRegistered() {
    Set<String> expected = PublicStages.names();
    Set<String> registered = new TreeSet<>();
    registered.addAll(ours(Transformer.class));
    registered.addAll(ours(Estimator.class));
    registered.addAll(ours(Evaluator.class));
    assertEquals(expected, registered);
  }

  /** A class that the server cannot make would break the calls of every client. */
  @Test
  void everyOneCanBeMadeAndLoaded() throws ReflectiveOperationException {
    for (String name : PublicStages.names()) {
      Class<?> type = Class.forName(name);
      Params stage = (Params) type.getConstructor().newInstance();
      assertTrue(stage.toString().contains(stage.uid()), name);
      assertTrue(
          Modifier.isStatic(type.getMethod("load", String.class).getModifiers()), name + ".load");
    }
  }

  @Test
  void aModelWithoutNetworksRefusesToBeUsed() throws ReflectiveOperationException {
    for (String name : PublicStages.names()) {
      Class<?> type = Class.forName(name);
      if (Model.class.isAssignableFrom(type)) {
        Model<?> model = (Model<?>) type.getConstructor().newInstance();
        refused(type, () -> model.transformSchema(new StructType().add("image", "binary")));
        refused(type, () -> ((MLWritable) model).write());
        assertTrue(model.copy(ParamMap.empty()).toString().endsWith("without networks"), name);
      }
    }
  }

  private static void refused(Class<?> type, Executable use) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, use);
    assertTrue(
        refusal
            .getMessage()
            .contains("parameter data: found no value; expected networks from a training"),
        refusal::toString);
    assertTrue(
        refusal.getMessage().endsWith(type.getSimpleName() + ".load(path)."), refusal::toString);
  }

  /** Without making instances; types that have no public constructor are refused all the same. */
  private static Set<String> ours(Class<?> service) {
    return ServiceLoader.load(service).stream()
        .map(provider -> provider.type().getName())
        .filter(name -> name.startsWith("org.disentangle."))
        .collect(Collectors.toSet());
  }
}
