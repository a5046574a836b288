// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

/**
 * What a paper says, which an experiment is to be compared with.
 *
 * @param claim in a sentence
 * @param where paper and table, figure or section
 */
public record PaperClaim(String claim, String where) {

  @Override
  public String toString() {
    return claim + " (" + where + ")";
  }
}
