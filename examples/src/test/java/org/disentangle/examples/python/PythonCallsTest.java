// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.disentangle.examples.fuzz.EveryStage;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import py4j.Py4JException;
import py4j.reflection.ReflectionEngine;

/**
 * Py4J finds the methods that PySpark calls on a stage. It looks in classes and in the interfaces
 * that a class itself lists, and not in what those extend.
 */
@Tag("contract")
class PythonCallsTest {

  private static final ReflectionEngine PY4J = new ReflectionEngine();

  /** A method and the types of its arguments. */
  private record Call(String name, Class<?>... types) {}

  private static final List<Call> CALLS =
      List.of(
          new Call("uid"),
          new Call("write"),
          new Call("params"),
          new Call("copy", ParamMap.class),
          new Call("hasParam", String.class),
          new Call("getParam", String.class),
          new Call("explainParam", Param.class),
          new Call("isSet", Param.class),
          new Call("hasDefault", Param.class),
          new Call("getDefault", Param.class),
          new Call("getOrDefault", Param.class),
          new Call("clear", Param.class),
          new Call("set", ParamPair.class),
          new Call("setDefault", scala.collection.immutable.$colon$colon.class));

  @Test
  void everyMethodThatPySparkCallsIsFound() {
    SharedSpark.session();
    List<String> missing = new ArrayList<>();
    Stream.<Params>concat(EveryStage.pipelineStages().stream(), EveryStage.evaluators().stream())
        .forEach(
            stage -> {
              CALLS.forEach(call -> look(stage, call, missing));
              look(stage, work(stage), missing);
            });
    assertEquals(List.of(), missing);
  }

  private static Call work(Params stage) {
    if (stage instanceof PipelineStage) {
      String name = stage instanceof Estimator ? "fit" : "transform";
      return new Call(name, Dataset.class);
    }
    return new Call("evaluate", Dataset.class);
  }

  private static void look(Params stage, Call call, List<String> missing) {
    try {
      PY4J.getMethod(stage.getClass(), call.name(), call.types());
    } catch (Py4JException e) {
      missing.add(stage.getClass().getSimpleName() + "." + call.name());
    }
  }
}
