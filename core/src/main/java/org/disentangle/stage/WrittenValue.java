// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.error.InvalidInputException;

/**
 * Values of Params as somebody wrote them, in a file or on a command line. Spark's own decoders cut
 * off the fraction of what has to be a whole number, and the upper bits of one that is too large.
 */
public final class WrittenValue {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private WrittenValue() {}

  /**
   * The value that a text means.
   *
   * @param text JSON
   * @throws InvalidInputException if it is a number and the Param takes whole numbers of 32 or 64
   *     bits, of which it is none; what else is no value makes Spark's decoders throw what they
   *     like
   */
  public static <T> T decode(Param<T> param, String text) {
    Param<?> type = param;
    if (type instanceof IntParam) {
      number(text).ifPresent(number -> requireWhole(param, number, Integer.SIZE));
    } else if (type instanceof LongParam) {
      number(text).ifPresent(number -> requireWhole(param, number, Long.SIZE));
    } else if (type instanceof IntArrayParam) {
      requireWholeElements(param, text);
    }
    return param.jsonDecode(text);
  }

  private static void requireWholeElements(Param<?> param, String text) {
    try {
      for (JsonNode element : JSON.readTree(text)) {
        number(element.asText()).ifPresent(number -> requireWhole(param, number, Integer.SIZE));
      }
    } catch (JsonProcessingException e) {
      // no array: the Param's own decoder says so
    }
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void requireWhole(Param<?> param, BigDecimal number, int bits) {
    try {
      if (bits == Integer.SIZE) {
        number.intValueExact();
      } else {
        number.longValueExact();
      }
    } catch (ArithmeticException e) {
      throw new InputErrors(param.parent())
          .parameter(
              param.name(), number, String.format(Locale.ROOT, "a whole number of %d bits", bits))
          .causedBy(e);
    }
  }
}
