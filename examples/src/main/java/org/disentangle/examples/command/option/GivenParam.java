// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/** Sets Params of a stage that may not have them, from options of a command. */
final class GivenParam {

  private GivenParam() {}

  /**
   * @param option as the user wrote it
   * @param value null changes nothing
   * @throws InvalidInputException if the stage has no such Param, or it does not take the value
   */
  static void set(Params stage, String option, String name, Object value) {
    if (value != null) {
      stage.set(param(stage, option, name, value), value);
    }
  }

  /**
   * Sets the value that a text means for the Param.
   *
   * @throws InvalidInputException if the stage has no such Param, or the text is no value of it
   */
  static void parse(Params stage, String name, String text) {
    Param<Object> param = param(stage, "--param", name, text);
    Object value;
    try {
      value = decode(param, text);
    } catch (Exception e) { // Spark's decoders throw checked exceptions they do not declare
      throw new InputErrors(stage.uid())
          .parameter(name, text, param.doc(), "Write plain numbers, such as 0.001.");
    }
    stage.set(param, value);
  }

  /** Text needs no quotes and a number of any kind no decimal point, unlike in JSON. */
  private static Object decode(Param<Object> param, String text) {
    boolean whole = (Param<?>) param instanceof DoubleParam && text.matches("[+-]?\\d+");
    try {
      return param.jsonDecode(whole ? text + ".0" : text);
    } catch (Exception e) { // as above
      return param.jsonDecode('"' + text + '"');
    }
  }

  private static Param<Object> param(Params stage, String option, String name, Object value) {
    if (!stage.hasParam(name)) {
      throw new InputErrors("disentangle")
          .parameter(
              option,
              value,
              String.format(
                  Locale.ROOT,
                  "one of the Params of %s: %s",
                  stage.getClass().getSimpleName(),
                  Arrays.stream(stage.params()).map(Param::name).collect(Collectors.joining(", "))),
              "Choose another --algorithm, or leave the option out.");
    }
    return stage.getParam(name);
  }
}
