package org.disentangle.metric;

import java.util.Locale;

/** The one form of the errors of the metrics. */
public final class Refusal {

  private Refusal() {}

  /** An error with what was found and expected, and on a second line what may be the cause. */
  public static IllegalArgumentException of(
      String subject, String found, String expected, String maybe) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT, "%s: found %s; expected %s.\nMaybe %s", subject, found, expected, maybe));
  }

  /** The error of a factor that has one value in all rows. */
  public static IllegalArgumentException constantFactor(int factor) {
    return of(
        "factor " + factor,
        "one value in all rows",
        "two or more values",
        "the data set does not vary this factor; leave it out.");
  }
}
