// SPDX-License-Identifier: Apache-2.0
package org.disentangle.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's error: a parameter, a column, a row or a file is not what can be worked with. Thrown
 * before any work starts, by stages and by plain functions that know no stage; reports recognise it
 * by this type, also where Spark brings it from an executor inside one of its exceptions.
 *
 * <p>The message names the stage if there is one, the subject, what was found and what was
 * expected. A second line holds advice: whole sentences, each an instruction ("Use fewer workers.")
 * or a cause that is known. It is left out where it could only be a guess.
 */
public class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final Pattern MADE_UP = Pattern.compile("(.+)_[0-9a-f]{12}");

  private final String stage;
  private final String problem;
  private final String advice;

  /**
   * An error that names no stage.
   *
   * @param problem without a full stop
   * @param advice one or more whole sentences; null for none
   */
  protected InvalidInputException(String problem, String advice) {
    this(null, problem, advice, null);
  }

  private InvalidInputException(String stage, String problem, String advice, Throwable cause) {
    super(text(stage, problem, advice), cause);
    this.stage = stage;
    this.problem = problem;
    this.advice = advice;
  }

  /** A problem that speaks for itself, as a clause without a full stop. */
  public static InvalidInputException of(String problem) {
    return new InvalidInputException(problem, null);
  }

  /**
   * A problem and what to do about it.
   *
   * @param problem without a full stop
   * @param advice one or more whole sentences; null for none
   */
  public static InvalidInputException of(String problem, String advice) {
    return new InvalidInputException(problem, advice);
  }

  /** A value that is not the expected one, in words without a full stop. */
  public static InvalidInputException of(String subject, String found, String expected) {
    return of(subject, found, expected, null);
  }

  /**
   * The same with advice.
   *
   * @param advice one or more whole sentences; null for none
   */
  public static InvalidInputException of(
      String subject, String found, String expected, String advice) {
    return new InvalidInputException(problem(subject, found, expected), advice);
  }

  /** The problem of a value that is not the expected one. */
  protected static String problem(String subject, String found, String expected) {
    return subject + ": found " + found + "; expected " + expected;
  }

  /** The same error with what led to it. */
  public final InvalidInputException causedBy(Throwable cause) {
    return new InvalidInputException(stage, problem, advice, cause);
  }

  /**
   * The same error with other advice.
   *
   * @param other one or more whole sentences; null for none
   */
  public final InvalidInputException advised(String other) {
    return new InvalidInputException(stage, problem, other, getCause());
  }

  /** The name of the stage or data source; empty if none is named. */
  public final Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  /**
   * The same error as that of a stage or data source, whose name then comes first.
   *
   * @param name such as the uid of a stage
   */
  public final InvalidInputException in(String name) {
    return new InvalidInputException(
        plainName(name), stage == null ? problem : stage + ": " + problem, advice, getCause());
  }

  /**
   * What a reader knows a stage by: its uid, or of one that Spark made up the name alone, without
   * the digits behind it.
   */
  public static String plainName(String uid) {
    Matcher madeUp = MADE_UP.matcher(String.valueOf(uid));
    return madeUp.matches() ? madeUp.group(1) : uid;
  }

  /** Whether a stage or data source is named. */
  public final boolean namesStage() {
    return stage != null;
  }

  /** What is wrong, without the stage, the advice and a full stop. */
  public final String problem() {
    return problem;
  }

  /** What to do about it, as one or more sentences. */
  public final Optional<String> advice() {
    return Optional.ofNullable(advice);
  }

  private static String text(String stage, String problem, String advice) {
    String first = stage == null ? problem + "." : stage + ": " + problem + ".";
    return advice == null ? first : first + "\n" + advice;
  }

  /** Causes stay in their JVM: those of other libraries often cannot be sent to another. */
  protected final Object writeReplace() {
    if (getCause() == null) {
      return this;
    }
    InvalidInputException alone = new InvalidInputException(stage, problem, advice, null);
    alone.setStackTrace(getStackTrace());
    return alone;
  }
}
