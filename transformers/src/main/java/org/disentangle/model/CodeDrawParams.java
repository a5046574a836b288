// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/** Params that say how the value of each code comes about. */
public interface CodeDrawParams<T extends StageParams<T>> extends LatentDrawParams<T> {

  /** See {@link #codeDraw()}. */
  String PRIOR = "prior";

  /** See {@link #codeDraw()}. */
  String BALANCED = "balanced";

  /**
   * How codes are drawn that are neither on a grid nor fixed. "prior" (default): independent draws
   * from the prior. "balanced": stratified, so that of any {@code bins} rows whose ids go from a
   * multiple of {@code bins} to the next, one lies in each of {@code bins} equally likely
   * intervals; see {@link org.disentangle.latent.CodeRule.Balanced}.
   */
  default Param<String> codeDraw() {
    return declared()
        .stringParam(
            "codeDraw",
            Allowed.oneOf(List.of(PRIOR, BALANCED)),
            "how codes are drawn that are neither on a grid nor fixed");
  }

  default String getCodeDraw() {
    return value(codeDraw());
  }

  default T setCodeDraw(String draw) {
    return with(codeDraw(), draw);
  }

  /** Intervals of a balanced code, from 2 to 4096. Default 16. */
  default IntParam bins() {
    return declared()
        .intParam("bins", Allowed.between(2, 4096).byDefault(16), "intervals of a balanced code");
  }

  default int getBins() {
    return value(bins());
  }

  default T setBins(int bins) {
    return with(bins(), bins);
  }

  /**
   * Codes that take equally spaced values from -1 to 1 (-2 to 2 of a normal prior), each as {@code
   * CODE=STEPS}: the name or index of the code, and at least 2 steps. Rows with consecutive ids go
   * through all combinations, the last code first, and then start again. Default: none.
   */
  default StringArrayParam codeGrid() {
    return declared()
        .stringArrayParam(
            "codeGrid", assignments("3=5 or shape=5"), "codes on a grid, as CODE=STEPS");
  }

  default String[] getCodeGrid() {
    return value(codeGrid());
  }

  default T setCodeGrid(String... grid) {
    return with(codeGrid(), grid);
  }

  /**
   * Codes that have one value in all rows, each as {@code CODE=VALUE}: the name or index of the
   * code, and a value from -1 to 1 (-10 to 10 of a normal prior). Default: none.
   */
  default StringArrayParam fixedCodes() {
    return declared()
        .stringArrayParam(
            "fixedCodes", assignments("0=0.5 or size=0.5"), "codes of one value, as CODE=VALUE");
  }

  default String[] getFixedCodes() {
    return value(fixedCodes());
  }

  default T setFixedCodes(String... codes) {
    return with(fixedCodes(), codes);
  }

  private static Allowed<String[]> assignments(String example) {
    return Allowed.where(
            String[].class,
            "entries such as " + example,
            entries -> {
              for (String entry : entries) {
                if (entry == null || !entry.matches("[^=]+=[^=]+")) {
                  return false;
                }
              }
              return true;
            })
        .byDefault(new String[0]);
  }
}
