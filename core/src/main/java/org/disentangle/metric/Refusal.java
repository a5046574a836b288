package org.disentangle.metric;

/** The one form of the errors of the metrics. */
public final class Refusal {

  private Refusal() {}

  /** An error with what was found and expected, and on a second line what may be the cause. */
  public static IllegalArgumentException of(
      String subject, String found, String expected, String maybe) {
    return new IllegalArgumentException(
        "%s: found %s; expected %s.\nMaybe %s".formatted(subject, found, expected, maybe));
  }
}
