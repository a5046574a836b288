package org.disentangle.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.latent.CodeRule;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;

/**
 * Classes that the values of one code fall into, in rising order: one a value where the code has
 * few (a grid, a fixed value), else intervals that are equally likely under the prior.
 *
 * @param least lowest value of each class
 * @param names of the classes, which sort as the classes do
 */
record CodeClasses(double[] least, List<String> names) {

  /**
   * @param bins intervals of a code that has any value
   */
  static CodeClasses of(String code, CodeRule rule, Prior prior, int bins) {
    List<String> texts = new ArrayList<>();
    double[] least;
    if (rule instanceof CodeRule.Grid grid) {
      least = new double[grid.steps()];
      for (int step = 0; step < least.length; step++) {
        least[step] = prior.spaced(step, grid.steps());
        texts.add(text(least[step]));
      }
    } else if (rule instanceof CodeRule.Fixed fixed) {
      least = new double[] {fixed.value()};
      texts.add(text(fixed.value()));
    } else {
      least = new double[bins];
      for (int bin = 0; bin < bins; bin++) {
        least[bin] = edge(prior, bin, bins);
        texts.add(text(least[bin]) + "_to_" + text(edge(prior, bin + 1, bins)));
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
  private static double edge(Prior prior, int bin, int bins) {
    double width = (LatentSpace.HIGH - (double) LatentSpace.LOW) / bins;
    return prior.of(LatentSpace.LOW + width * bin);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
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
