// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far the continuous codes that a Q without variances finds are from those that were given. */
public enum CodeDistance {
  /** Half the squared difference, the likelihood of a Gaussian of variance 1. */
  SQUARED,

  /** The absolute difference, L1, as the paper has it. */
  L1;

  /** The name in Params and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> ids() {
    return Stream.of(values()).map(CodeDistance::id).toList();
  }

  /**
   * @throws IllegalArgumentException if nothing has this name
   */
  public static CodeDistance of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
