// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

/**
 * A number that can be computed from a table of codes.
 *
 * @param name lower case, words joined by underscores; parts of one computation share what stands
 *     before a dot, as in {@code dci_gbt.disentanglement}
 * @param largerIsBetter whether larger values mean better codes
 * @param meaning what it measures, in a few words
 */
public record Metric(String name, boolean largerIsBetter, String meaning) {

  static Metric larger(String name, String meaning) {
    return new Metric(name, true, meaning);
  }

  static Metric smaller(String name, String meaning) {
    return new Metric(name, false, meaning);
  }
}
