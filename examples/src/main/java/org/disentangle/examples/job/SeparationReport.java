// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import java.util.Locale;
import org.disentangle.examples.experiment.measure.LabelSeparation;

/**
 * How far the label is apart from everything else, in shares of images that no training has seen.
 *
 * @param specified label predicted from the specified code: 1 is best
 * @param unspecified label predicted from the unspecified code: chance is best
 * @param chance share of the most frequent label
 * @param swapped images with exchanged codes in which a classifier sees the label of the image that
 *     gave the specified code: 1 is best
 * @param swappedBetweenLabels the same where the two images have different labels
 * @param real real images in which the classifier sees their label: what it can do at best
 */
record SeparationReport(
    double specified,
    double unspecified,
    double chance,
    double swapped,
    double swappedBetweenLabels,
    double real) {

  static SeparationReport of(LabelSeparation separation) {
    LabelSeparation.Seen seen = separation.seen();
    return new SeparationReport(
        separation.specified(),
        separation.unspecified(),
        separation.chance(),
        seen.swapped(),
        seen.swappedBetweenLabels(),
        seen.real());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        label predicted from
          specified code     %.3f
          unspecified code   %.3f
          chance             %.3f
        label seen by a classifier of real images in
          swapped images     %.3f
          of other labels    %.3f
          real images        %.3f""",
        specified,
        unspecified,
        chance,
        swapped,
        swappedBetweenLabels,
        real);
  }
}
