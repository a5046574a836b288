// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/** Values for a Param: mostly of its type, in range and out of it; now and then of another type. */
final class Values {

  private Values() {}

  static Arbitrary<Object> of(Params stage, Param<?> param) {
    Arbitrary<Object> ofType = ofType(param).map(value -> value);
    Arbitrary<Object> ofAnyType =
        Arbitraries.oneOf(
            numbers().asGeneric(),
            doubles().asGeneric(),
            Text.any().asGeneric(),
            texts(Text.any()).asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    Arbitrary<Object> known = Arbitraries.just(stage.isDefined(param) ? known(stage, param) : "");
    return Arbitraries.frequencyOf(
        Tuple.of(8, ofType),
        Tuple.of(1, known),
        Tuple.of(1, ofAnyType),
        Tuple.of(1, Arbitraries.just(null)));
  }

  private static Object known(Params stage, Param<?> param) {
    Object value = stage.getOrDefault(param);
    return value instanceof Object[] array ? Arrays.copyOf(array, array.length) : value;
  }

  private static Arbitrary<?> ofType(Param<?> param) {
    if (param instanceof IntParam) {
      return numbers();
    }
    if (param instanceof LongParam) {
      return Arbitraries.longs();
    }
    if (param instanceof DoubleParam) {
      return doubles();
    }
    if (param instanceof BooleanParam) {
      return Arbitraries.of(true, false);
    }
    if (param instanceof StringArrayParam) {
      return texts(words());
    }
    return words();
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.integers(),
        Arbitraries.integers().between(-2, 70),
        Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 30, 46_341, 100_000));
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.doubles().between(-0.5, 1.5),
        Arbitraries.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            Double.MIN_VALUE));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Text.any(),
        Arbitraries.of(
            "image",
            "png",
            "grey",
            "rgb",
            "hwc",
            "skip",
            "balanced",
            "small32",
            "sprites",
            "all",
            "signed",
            "0=0.5",
            "1=4",
            "code_2=3",
            "0=1000000",
            "a",
            "b",
            "c",
            "{}",
            "null",
            "[1]",
            "{\"imageShape\":null}",
            "mig",
            "dci",
            "sap",
            "/tmp",
            "label",
            "id"));
  }

  private static Arbitrary<String[]> texts(Arbitrary<String> text) {
    return text.injectNull(0.05).array(String[].class).ofMaxSize(4);
  }
}
