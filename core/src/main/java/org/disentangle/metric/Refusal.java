package org.disentangle.metric;

/** The one form of the errors of this package. */
final class Refusal {

  private Refusal() {}

  static IllegalArgumentException of(String subject, String found, String expected, String maybe) {
    return new IllegalArgumentException(
        "%s: found %s; expected %s.\nMaybe %s".formatted(subject, found, expected, maybe));
  }
}
