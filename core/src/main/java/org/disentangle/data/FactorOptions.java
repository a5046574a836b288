// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;

/**
 * The options that choose values of factors: {@code factors}, and one option per factor named by
 * its id.
 */
public final class FactorOptions {

  private static final String FACTORS = "factors";
  private static final String ALL = "all";

  private FactorOptions() {}

  /** The names of these options. */
  public static Set<String> names(List<? extends Factor> factors) {
    Set<String> names = new HashSet<>(Set.of(FACTORS));
    factors.forEach(factor -> names.add(factor.id()));
    return names;
  }

  /**
   * The indices that each factor takes, rising: those its option names; all, where it names none;
   * the resting index alone, where {@code factors} leaves the factor out.
   */
  public static List<List<Integer>> indices(OptionReader options, List<? extends Factor> factors) {
    Set<Factor> varying = varying(options, factors);
    List<List<Integer>> indices = new ArrayList<>();
    for (Factor factor : factors) {
      Optional<String> named = options.text(factor.id());
      if (named.isPresent() && !varying.contains(factor)) {
        throw options.refuse(
            factor.id(),
            String.format(
                Locale.ROOT, "no such option, because option factors leaves %s out", factor.id()),
            "Add the factor to option factors, or leave that option out.");
      }
      if (named.isPresent()) {
        indices.add(named(options, factor, named.get()));
      } else if (varying.contains(factor)) {
        indices.add(IndexList.all(factor.count()));
      } else {
        indices.add(List.of(factor.restingIndex()));
      }
    }
    return indices;
  }

  /**
   * The factors of which only some values are chosen, for messages, such as "shape 1; scale 0, 2".
   *
   * @param indices those of each factor
   */
  public static String text(List<List<Integer>> indices, List<? extends Factor> factors) {
    return IntStream.range(0, factors.size())
        .filter(factor -> indices.get(factor).size() < factors.get(factor).count())
        .mapToObj(factor -> factors.get(factor).id() + " " + FirstFew.of(indices.get(factor)))
        .collect(Collectors.joining("; "));
  }

  private static List<Integer> named(OptionReader options, Factor factor, String text) {
    int last = factor.count() - 1;
    return IndexList.parse(text, factor.count())
        .orElseThrow(
            () ->
                options.refuse(
                    factor.id(),
                    String.format(
                        Locale.ROOT,
                        "different indices from 0 to %d such as 0,2 or 0:%d or 0:%d:2",
                        last,
                        last,
                        last),
                    "Indices count from 0, and ranges run upwards."));
  }

  private static Set<Factor> varying(OptionReader options, List<? extends Factor> factors) {
    String text = options.text(FACTORS).orElse(ALL);
    if (text.equals(ALL)) {
      return new HashSet<>(factors);
    }
    Set<Factor> varying = new HashSet<>();
    for (String item : text.split(",", -1)) {
      String id = item.strip();
      Factor named =
          factors.stream()
              .filter(factor -> factor.id().equals(id))
              .map(Factor.class::cast)
              .findFirst()
              .orElseThrow(() -> refuse(options, factors));
      if (!varying.add(named)) {
        throw refuse(options, factors);
      }
    }
    return varying;
  }

  private static InvalidInputException refuse(
      OptionReader options, List<? extends Factor> factors) {
    return options.refuse(
        FACTORS,
        String.format(
            Locale.ROOT,
            "\"%s\" or different ones of %s, separated by commas",
            ALL,
            Factor.ids(factors)),
        "Letters have to match, as in " + factors.get(0).id() + ".");
  }
}
