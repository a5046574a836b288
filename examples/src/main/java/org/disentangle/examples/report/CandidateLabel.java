// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

/**
 * What a candidate of a selection is called where it is printed or drawn.
 *
 * @param model its number, or where it was loaded from
 * @param system as a user writes it
 * @param seed of its training; null if it is not known
 */
public record CandidateLabel(String model, String system, Long seed) {

  /** All of it in a line, such as {@code 3 beta-tcvae 42}. */
  @Override
  public String toString() {
    return seed == null ? model + " " + system : model + " " + system + " " + seed;
  }
}
