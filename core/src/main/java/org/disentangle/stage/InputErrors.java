// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.Identifiable;
import org.disentangle.error.InvalidInputException;
import org.disentangle.pretrained.PretrainedModels;

/**
 * Builds the {@link InvalidInputException}s of a stage, so that all of them read alike:
 *
 * <pre>
 * InfoGanCr: parameter batchSize: found 0; expected a whole number, at least 1.
 * </pre>
 *
 * <p>Where more is to be said than the first line does, a second one holds advice: whole sentences,
 * each an instruction ("Use fewer workers.") or a cause that is known. It is left out where it
 * could only be a guess.
 *
 * @param stage the uid of the stage, of which digits that were made up are left out; or the class
 *     name where no instance exists yet
 */
public record InputErrors(String stage) implements Serializable {

  /** How a text with a colon becomes a path. */
  private static final String COLON = "Write ./ before a name with a colon, and // after a scheme.";

  public InputErrors {
    stage = InvalidInputException.plainName(stage);
  }

  /** Those of a stage, by the uid that its user gave it, else by its plain name. */
  public static InputErrors of(Identifiable stage) {
    return new InputErrors(stage.uid());
  }

  /** A Param holds a value it does not allow, alone or together with other Params. */
  public InvalidInputException parameter(String name, Object found, String expected) {
    return parameter(name, found, expected, null);
  }

  /** The same with advice; null for none. */
  public InvalidInputException parameter(
      String name, Object found, String expected, String advice) {
    return build("parameter " + name, quote(found), expected, advice, null);
  }

  /**
   * What a method of a stage was given.
   *
   * @param name of what is given, such as dataset
   * @param expected what it has to be
   * @return the value
   * @throws InvalidInputException if it is null
   */
  public static <V> V given(Identifiable stage, String name, V value, String expected) {
    if (value == null) {
      throw of(stage).parameter(name, null, expected);
    }
    return value;
  }

  /** A Param has no value, and the stage cannot go on without. */
  public InvalidInputException unset(String name, String expected) {
    return unset(name, expected, null);
  }

  /** The same with advice; null for none. */
  public InvalidInputException unset(String name, String expected, String advice) {
    return build("parameter " + name, "no value", expected, advice, null);
  }

  /**
   * Params that are allowed one by one and not together.
   *
   * @param problem that names them, such as "resume needs a checkpointDir"
   */
  public InvalidInputException conflict(String problem) {
    return refused(InvalidInputException.of(problem));
  }

  /** A column is missing, has the wrong type, or holds values the stage cannot use. */
  public InvalidInputException column(String name, String found, String expected) {
    return column(name, found, expected, null);
  }

  /** The same with advice; null for none. */
  public InvalidInputException column(String name, String found, String expected, String advice) {
    return build("column '" + name + "'", found, expected, advice, null);
  }

  /** A file or folder is missing, damaged or foreign; the cause may be null. */
  public InvalidInputException file(Object path, String found, String expected, Throwable cause) {
    return file(path, found, expected, null, cause);
  }

  /** The same with advice; null for none. */
  public InvalidInputException file(
      Object path, String found, String expected, String advice, Throwable cause) {
    return build("file " + path, found, expected, advice, cause);
  }

  /**
   * The path that somebody wrote.
   *
   * @throws InvalidInputException if the text is no path
   */
  public Path path(String text) {
    return path(null, text);
  }

  /**
   * The same for an option or parameter.
   *
   * @param name of the option or parameter, which errors then say; null if none is to be said
   */
  Path path(String name, String text) {
    if (PretrainedModels.isName(text)) {
      throw build(
          name == null ? "path" : "parameter " + name,
          quote(text) + ", a model of the class path",
          "the path of a file or folder",
          "Models that ship are read as models only, and never written.",
          null);
    }
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      throw file(
          quote(text),
          String.format(Locale.ROOT, "text that is no path (%s)", e.getMessage()),
          name == null
              ? "the path of a file or folder"
              : "the path of a file or folder (" + name + ")",
          COLON,
          e);
    }
  }

  /** The rows as a whole (their number, their combinations) cannot be used. */
  public InvalidInputException rows(String found, String expected) {
    return rows(found, expected, null);
  }

  /** The same with advice; null for none. */
  public InvalidInputException rows(String found, String expected, String advice) {
    return build("input rows", found, expected, advice, null);
  }

  /**
   * What a part of the stage, or a function that knows no stage, refused; this stage comes first.
   */
  public InvalidInputException refused(InvalidInputException refusal) {
    return refusal.in(stage).causedBy(refusal);
  }

  /** The same, unless a stage or data source is named already. */
  public InvalidInputException named(InvalidInputException refusal) {
    return refusal.namesStage() ? refusal : refused(refusal);
  }

  private InvalidInputException build(
      String subject, String found, String expected, String advice, Throwable cause) {
    return InvalidInputException.of(subject, found, expected, advice).in(stage).causedBy(cause);
  }

  /** The value as a reader would write it: text in quotes, arrays with their elements. */
  static String quote(Object value) {
    if (value instanceof String text) {
      return "'" + text + "'";
    }
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(quote(Array.get(value, i)));
    }
    return elements.toString();
  }
}
