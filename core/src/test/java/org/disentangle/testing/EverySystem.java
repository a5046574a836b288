// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The Estimators of all systems. They are found as services and told from others by their presets,
 * so that what holds for all systems is tested of a new one too.
 */
public final class EverySystem {

  private static final Map<String, Object> SMALL = Map.of("preset", "small32");

  /** The least training that there can be, with two codes of every kind. */
  private static final Map<String, Object> QUICK =
      Map.of(
          "maxIter", 1L,
          "batchSize", 4,
          "numCodes", 2,
          "noiseDim", 2,
          "specifiedDim", 2,
          "unspecifiedDim", 2,
          "crStart", 0L);

  private EverySystem() {}

  /** One of each with its defaults, in the order in which they are registered. */
  public static List<Estimator<?>> estimators() {
    return found().toList();
  }

  /** One of each for images of 1 x 32 x 32. */
  public static List<Estimator<?>> small() {
    return found().<Estimator<?>>map(estimator -> with(estimator, SMALL)).toList();
  }

  /** The same, with as little training as there can be. */
  public static List<Estimator<?>> quick() {
    return small().stream().<Estimator<?>>map(estimator -> with(estimator, QUICK)).toList();
  }

  private static Stream<Estimator<?>> found() {
    return ServiceLoader.load(Estimator.class).stream()
        .filter(provider -> provider.type().getName().startsWith("org.disentangle."))
        .<Estimator<?>>map(ServiceLoader.Provider::get)
        .filter(estimator -> estimator.hasParam("preset"));
  }

  /** Sets the values of those Params that a stage has. */
  public static <S extends Params> S with(S stage, Map<String, Object> values) {
    values.forEach(
        (name, value) -> {
          if (stage.hasParam(name)) {
            Param<Object> param = stage.getParam(name);
            stage.set(param, value);
          }
        });
    return stage;
  }
}
