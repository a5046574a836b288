// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that was probably meant by one that is not there; none where no name is like it. */
public final class NearestName {

  /** One letter in this number may be wrong, missing or one too many. */
  private static final int LETTERS_PER_SLIP = 3;

  private NearestName() {}

  /**
   * A question for the second line of a refusal.
   *
   * @param otherwise what is said instead where no candidate is like the name; may be null
   */
  public static String hint(String name, List<String> candidates, String otherwise) {
    return of(name, candidates)
        .map(candidate -> String.format(Locale.ROOT, "Did you mean '%s'?", candidate))
        .orElse(otherwise);
  }

  /** The candidate that differs least, in upper or lower case, if it is close or holds the name. */
  static Optional<String> of(String name, List<String> candidates) {
    return candidates.stream()
        .filter(candidate -> isLike(lower(name), lower(candidate)))
        .min(Comparator.comparingInt(candidate -> distance(lower(name), lower(candidate))));
  }

  private static boolean isLike(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    return distance(one, other) * LETTERS_PER_SLIP <= longer
        || (shorter >= LETTERS_PER_SLIP && (one.contains(other) || other.contains(one)));
  }

  private static int distance(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
