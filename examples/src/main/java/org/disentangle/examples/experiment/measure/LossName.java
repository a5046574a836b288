// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

/** How tables name a loss: {@code loss.NAME} after the history's column {@code loss_NAME}. */
public final class LossName {

  private static final String PREFIX = "loss.";

  private LossName() {}

  /** Whether a name is that of a loss. */
  public static boolean is(String name) {
    return name.startsWith(PREFIX) && name.length() > PREFIX.length();
  }

  /** The loss that a name stands for; empty if it stands for something else. */
  public static String of(String name) {
    return is(name) ? name.substring(PREFIX.length()) : "";
  }

  /** How a table names a loss. */
  public static String written(String loss) {
    return PREFIX + loss;
  }
}
