// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disentangle.data.OptionReader;

/** The options of {@link TeapotSource}, checked. */
final class TeapotOptions {

  private static final String VARIANT = "variant";
  private static final String ROWS = "rows";
  private static final String GROUPS = "groups";
  private static final String GROUP_SIZE = "groupSize";
  private static final String IMAGE_SIZE = "imageSize";
  private static final String SEED = "seed";

  private TeapotOptions() {}

  /** The data set that the options mean; refuses what is unknown or out of range. */
  static TeapotData describe(OptionReader options) {
    options.requireOnly(names());
    TeapotVariant variant = variant(options);
    Map<TeapotFactor, Double> held = held(options, variant);
    int imageSize = imageSize(options);
    long seed = options.number(SEED, 42, Long.MIN_VALUE, Long.MAX_VALUE);
    int groups = groups(options, variant, held);
    int groupSize = groups == 0 ? 0 : groupSize(options, groups);
    int rows = groups == 0 ? rows(options) : groups * groupSize;
    int numPartitions = options.numPartitions(rows, Integer.MAX_VALUE);
    TeapotDraws draws = new TeapotDraws(variant, held, groupSize, seed);
    return new TeapotData(draws, rows, imageSize, options.imageFormat(), numPartitions);
  }

  private static Set<String> names() {
    Set<String> names =
        new HashSet<>(
            Set.of(
                VARIANT,
                ROWS,
                GROUPS,
                GROUP_SIZE,
                IMAGE_SIZE,
                OptionReader.IMAGE_FORMAT,
                SEED,
                OptionReader.NUM_PARTITIONS));
    Arrays.stream(TeapotFactor.values()).map(TeapotFactor::id).forEach(names::add);
    return names;
  }

  private static TeapotVariant variant(OptionReader options) {
    String id = options.text(VARIANT).orElse(TeapotVariant.STANDARD.id());
    String expected = "one of " + String.join(", ", TeapotVariant.ids());
    return TeapotVariant.find(id).orElseThrow(() -> options.refuse(VARIANT, expected));
  }

  private static int imageSize(OptionReader options) {
    String advice = "Make other sizes from these by resizing.";
    int imageSize = (int) options.number(IMAGE_SIZE, 64, 16, 128, advice);
    if (imageSize % 2 != 0) {
      throw options.refuse(IMAGE_SIZE, "an even number", advice);
    }
    return imageSize;
  }

  private static int rows(OptionReader options) {
    if (options.text(GROUP_SIZE).isPresent()) {
      throw options.refuse(
          GROUP_SIZE, "no such option without option groups", "Set option groups as well.");
    }
    String advice = "Read more rows in several reads with different seeds.";
    return (int) options.number(ROWS, 200_000, 1, Integer.MAX_VALUE, advice);
  }

  /** 0 where the rows are independent. */
  private static int groups(
      OptionReader options, TeapotVariant variant, Map<TeapotFactor, Double> held) {
    if (options.text(GROUPS).isEmpty()) {
      return 0;
    }
    if (options.text(ROWS).isPresent()) {
      throw options.refuse(
          ROWS, "no such option beside option groups", "Set groupSize, the rows per group.");
    }
    if (held.size() == variant.factors().size()) {
      throw options.refuse(
          GROUPS,
          "no such option where every factor has a fixed value",
          "Leave one of the factors to vary.");
    }
    return (int) options.number(GROUPS, 0, 1, 1_000_000, "It counts groups, not rows.");
  }

  private static int groupSize(OptionReader options, int groups) {
    String advice =
        String.format(Locale.ROOT, "%d groups of that size are more rows than fit", groups);
    return (int) options.number(GROUP_SIZE, 100, 1, Integer.MAX_VALUE / groups, advice);
  }

  private static Map<TeapotFactor, Double> held(OptionReader options, TeapotVariant variant) {
    Map<TeapotFactor, Double> held = new EnumMap<>(TeapotFactor.class);
    for (TeapotFactor factor : TeapotFactor.values()) {
      Optional<String> text = options.text(factor.id());
      if (text.isPresent() && !variant.factors().contains(factor)) {
        throw options.refuse(
            factor.id(),
            String.format(
                Locale.ROOT,
                "no such option, because variant %s has the factors %s",
                variant.id(),
                TeapotFactor.ids(variant.factors())),
            "Set option variant.");
      }
      text.ifPresent(value -> held.put(factor, value(options, factor, value)));
    }
    return held;
  }

  private static double value(OptionReader options, TeapotFactor factor, String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= 0 && value <= factor.max())) {
      throw options.refuse(
          factor.id(),
          "a number from 0 to " + factor.max(),
          factor.max() == 1 ? "Divide bytes (0 to 255) by 255." : "Angles are in radians.");
    }
    return value;
  }
}
