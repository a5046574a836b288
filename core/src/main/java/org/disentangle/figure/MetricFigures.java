// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Heat maps of the matrices that metrics of disentanglement compute: one row per code, one column
 * per factor. Titles can be replaced.
 *
 * <p>All throw {@link IllegalArgumentException} for what {@link HeatMap} refuses.
 */
public final class MetricFigures {

  private MetricFigures() {}

  /** Names for codes without names: "code 0", "code 1" and so on. */
  public static List<String> codeNames(int codes) {
    return IntStream.range(0, codes).mapToObj(code -> "code " + code).toList();
  }

  /**
   * The votes of a FactorVAE score.
   *
   * @param votes how often each code varied least while each factor was fixed, [code][factor]
   */
  public static HeatMap factorVaeVotes(
      double[][] votes, List<String> codeNames, List<String> factorNames) {
    return figure(votes, codeNames, factorNames, "FactorVAE votes", "votes");
  }

  /**
   * The mutual information of codes and factors.
   *
   * @param information in nats, [code][factor]
   */
  public static HeatMap mutualInformation(
      double[][] information, List<String> codeNames, List<String> factorNames) {
    return figure(
        information,
        codeNames,
        factorNames,
        "Mutual information of codes and factors",
        "mutual information (nats)");
  }

  /**
   * How important each code is for the prediction of each factor, as DCI defines it.
   *
   * @param importance [code][factor]
   */
  public static HeatMap dciImportance(
      double[][] importance, List<String> codeNames, List<String> factorNames) {
    return figure(
        importance, codeNames, factorNames, "DCI importance of codes for factors", "importance");
  }

  private static HeatMap figure(
      double[][] values,
      List<String> codeNames,
      List<String> factorNames,
      String title,
      String unit) {
    return new HeatMap(values, codeNames, factorNames)
        .withTitle(title)
        .withAxisTitles("code", "factor")
        .withValueTitle(unit);
  }
}
