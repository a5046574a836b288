// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.latent.Categories;
import org.disentangle.latent.CodeRule;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.LatentSpace;

/**
 * Classes that the values of one code fall into, in rising order: one per value where the code has
 * few (a grid, a fixed value), else intervals that are equally likely under the prior.
 *
 * @param least lowest value of each class
 * @param names of the classes, which sort as the classes do
 */
record CodeClasses(double[] least, List<String> names) {

  /**
   * @param bins intervals of a code that has any value
   */
  static CodeClasses of(String code, CodeRule rule, CodeValues values, int bins) {
    List<String> texts = new ArrayList<>();
    double[] least;
    if (rule instanceof CodeRule.Grid grid) {
      least = new double[grid.steps()];
      for (int step = 0; step < least.length; step++) {
        least[step] = values.spaced(step, grid.steps());
        texts.add(values.text(least[step]));
      }
    } else if (rule instanceof CodeRule.Fixed fixed) {
      least = new double[] {fixed.value()};
      texts.add(values.text(fixed.value()));
    } else if (values instanceof Categories categories) {
      return of(code, new CodeRule.Grid(1, categories.count()), values, bins);
    } else {
      least = new double[bins];
      for (int bin = 0; bin < bins; bin++) {
        least[bin] = edge(values, bin, bins);
        texts.add(values.text(least[bin]) + "_to_" + values.text(edge(values, bin + 1, bins)));
      }
    }
    int digits = String.valueOf(least.length - 1).length();
    String safe = code.replaceAll("[^A-Za-z0-9-]", "_");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < least.length; i++) {
      names.add(String.format(Locale.ROOT, "%s_%0" + digits + "d_%s", safe, i, texts.get(i)));
    }
    return new CodeClasses(least, List.copyOf(names));
  }

  /** Where interval {@code bin} begins; the whole range has {@code bins} of them. */
  private static double edge(CodeValues values, int bin, int bins) {
    double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
    return values.of(LatentSpace.LOW + width * bin);
  }

  /** The class of a value: the last that begins at or below it. */
  String name(float value) {
    int index = 0;
    while (index + 1 < least.length && least[index + 1] <= value) {
      index++;
    }
    return names.get(index);
  }
}
