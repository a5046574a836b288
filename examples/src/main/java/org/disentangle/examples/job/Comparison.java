// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.util.Locale;

/**
 * What generated labels are worth, in accuracies on real images that no classifier has seen.
 *
 * @param code that gave the generated images their labels
 * @param generated accuracy after training on generated images
 * @param real accuracy after training on as many real images, all labelled: an upper bound
 * @param sample accuracy after training on the small labelled sample alone
 * @param chance accuracy of always naming the most frequent class
 */
record Comparison(CodeOfFactor code, double generated, double real, double sample, double chance) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        code of the factor   %d (Spearman %.3f)
        accuracy on real images after training on
          generated images   %.3f
          real images        %.3f
          labelled sample    %.3f
        chance               %.3f""",
        code.index(),
        code.correlation(),
        generated,
        real,
        sample,
        chance);
  }
}
