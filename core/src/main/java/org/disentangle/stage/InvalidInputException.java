package org.disentangle.stage;

/**
 * Thrown before any work starts when a parameter, a column, a row or a file is not what a stage can
 * work with.
 *
 * <p>The message names the stage, the subject, the value found and what was expected; its second
 * line begins "Maybe " and says what usually causes this. {@link InputErrors} builds it.
 */
public final class InvalidInputException extends IllegalArgumentException {

  InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
