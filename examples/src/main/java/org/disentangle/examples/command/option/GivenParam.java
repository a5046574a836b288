// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.NearestName;
import org.disentangle.stage.WrittenValue;

/** Sets Params of a stage that may not have them, from options of a command or a table. */
public final class GivenParam {

  private static final InputErrors OPTIONS = new InputErrors("disentangle");

  private static final String OTHER_SYSTEM = "Choose another --algorithm, or leave the option out.";

  private GivenParam() {}

  /**
   * @param option as the user wrote it
   * @param value null changes nothing
   * @throws InvalidInputException if the stage has no such Param, or it does not take the value
   */
  static void set(Params stage, String option, String name, Object value) {
    if (value != null) {
      if (!stage.hasParam(name)) {
        throw OPTIONS.parameter(
            option,
            new StringBuilder()
                .append(value)
                .append(" for ")
                .append(stage.getClass().getSimpleName())
                .append(", which has no Param ")
                .append(name),
            oneOf(stage),
            OTHER_SYSTEM);
      }
      stage.set(stage.getParam(name), value);
    }
  }

  /**
   * Sets the value that a text means for the Param.
   *
   * @throws InvalidInputException if the stage has no such Param, or the text is no value of it
   */
  static void parse(Params stage, String name, String text) {
    if (!stage.hasParam(name)) {
      throw OPTIONS.parameter(
          "--param",
          name + "=" + text,
          "NAME=VALUE with " + oneOf(stage),
          NearestName.hint(name, names(stage), OTHER_SYSTEM));
    }
    set(stage, stage.getParam(name), text);
  }

  /**
   * The same for a value that is not an option of a command.
   *
   * @param errors of what has the value
   * @throws InvalidInputException in the words of these errors
   */
  public static void parse(Params stage, String name, String text, InputErrors errors) {
    if (!stage.hasParam(name)) {
      throw errors.parameter(name, text, oneOf(stage), NearestName.hint(name, names(stage), null));
    }
    try {
      set(stage, stage.getParam(name), text);
    } catch (InvalidInputException refusal) {
      throw errors.refused(refusal);
    }
  }

  private static void set(Params stage, Param<Object> param, String text) {
    Object value;
    try {
      value = decode(param, text);
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (Exception e) { // Spark's decoders throw checked exceptions they do not declare
      throw InputErrors.of(stage)
          .parameter(param.name(), text, param.doc(), "Write plain numbers, such as 0.001.");
    }
    stage.set(param, value);
  }

  /** Text needs no quotes, unlike in JSON, and a whole number is one of those that have a point. */
  private static Object decode(Param<Object> param, String text) {
    boolean whole = (Param<?>) param instanceof DoubleParam && text.matches("[+-]?\\d+");
    try {
      return WrittenValue.decode(param, whole ? text.replace("+", "") + ".0" : text);
    } catch (InvalidInputException refusal) {
      throw refusal;
    } catch (Exception e) { // as above
      return param.jsonDecode('"' + text + '"');
    }
  }

  private static String oneOf(Params stage) {
    return String.format(
        Locale.ROOT,
        "one of the Params of %s: %s",
        stage.getClass().getSimpleName(),
        String.join(", ", names(stage)));
  }

  private static List<String> names(Params stage) {
    return Arrays.stream(stage.params()).map(Param::name).toList();
  }
}
