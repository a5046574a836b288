package org.disentangle.stage;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.Identifiable;

/**
 * Builds every {@link InvalidInputException}, so that all of them read alike:
 *
 * <pre>
 * infoGanCr_1f2e: parameter batchSize: found 0; expected a whole number, at least 1.
 * Maybe a computed size was rounded down.
 * </pre>
 *
 * @param stage the uid of the stage, or the class name where no instance exists yet
 */
public record InputErrors(String stage) implements Serializable {

  /** What usually makes a text no path. */
  static final String COLON =
      "a name holds a colon: write ./ before it; or // is missing after a scheme.";

  public static InputErrors of(Identifiable stage) {
    return new InputErrors(stage.uid());
  }

  /** A Param holds a value it does not allow, alone or together with other Params. */
  public InvalidInputException parameter(String name, Object found, String expected, String maybe) {
    return build("parameter " + name, quote(found), expected, maybe, null);
  }

  /** A Param has no value, and the stage cannot go on without. */
  public InvalidInputException unset(String name, String expected, String maybe) {
    return build("parameter " + name, "no value", expected, maybe, null);
  }

  /** A column is missing, has the wrong type, or holds values the stage cannot use. */
  public InvalidInputException column(String name, String found, String expected, String maybe) {
    return build("column '" + name + "'", found, expected, maybe, null);
  }

  /** A file or folder is missing, damaged or foreign; the cause may be null. */
  public InvalidInputException file(
      Object path, String found, String expected, String maybe, Throwable cause) {
    return build("file " + path, found, expected, maybe, cause);
  }

  /**
   * The path that somebody wrote.
   *
   * @throws InvalidInputException if the text is no path
   */
  public Path path(String text) {
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      throw file(
          quote(text),
          String.format(Locale.ROOT, "text that is no path (%s)", e.getMessage()),
          "the path of a file or folder",
          COLON,
          e);
    }
  }

  /** The rows as a whole (their number, their combinations) cannot be used. */
  public InvalidInputException rows(String found, String expected, String maybe) {
    return build("input rows", found, expected, maybe, null);
  }

  /**
   * What a function that knows no stage refused.
   *
   * @param message {@code subject: found ...; expected ...} and the line that begins "Maybe"
   */
  public InvalidInputException refused(String message, IllegalArgumentException cause) {
    return new InvalidInputException(stage + ": " + message, cause);
  }

  private InvalidInputException build(
      String subject, String found, String expected, String maybe, Throwable cause) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s: %s: found %s; expected %s.\nMaybe %s",
            stage,
            subject,
            found,
            expected,
            maybe),
        cause);
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
