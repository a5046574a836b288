// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Optional;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.error.InvalidInputException;
import scala.Option;

/**
 * A stage whose Params are declared in a {@link ParamTable}.
 *
 * <p>Shared Params are interfaces that extend this one, each with three one-line methods: the
 * accessor that declares the Param, a typed getter through {@code value}, and a setter through
 * {@code with}.
 *
 * <p>The class of a stage, or a class that it extends, lists this interface itself: Py4J, through
 * which PySpark calls {@code uid()}, does not look into what an interface extends.
 *
 * @param <T> the concrete stage, which every setter returns
 */
public interface StageParams<T extends StageParams<T>> extends Params {

  /** The Param objects of this instance; the same table on every call. */
  ParamTable declared();

  @Override
  default String uid() {
    return declared().uid();
  }

  /** Sets a Param and returns this stage. */
  @SuppressWarnings("unchecked") // T is the class of this
  default <V> T with(Param<V> param, V value) {
    set(param, value);
    return (T) this;
  }

  /**
   * The value in effect: the one set, else the default.
   *
   * @throws InvalidInputException if there is neither
   */
  @SuppressWarnings("unchecked") // a derived value is of its Param's type
  default <V> V value(Param<V> param) {
    Option<V> set = get(param);
    if (set.isDefined()) {
      return set.get();
    }
    Optional<Object> derived = declared().derivedDefault(param);
    if (derived.isPresent()) {
      return (V) derived.get();
    }
    Option<V> usual = getDefault(param);
    if (usual.isEmpty()) {
      throw InputErrors.of(this).unset(param.name(), param.doc());
    }
    return usual.get();
  }

  default int value(IntParam param) {
    return (Integer) value((Param<Object>) param);
  }

  default long value(LongParam param) {
    return (Long) value((Param<Object>) param);
  }

  default double value(DoubleParam param) {
    return (Double) value((Param<Object>) param);
  }

  default boolean value(BooleanParam param) {
    return (Boolean) value((Param<Object>) param);
  }
}
