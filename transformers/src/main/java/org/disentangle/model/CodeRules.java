// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.CodeRule;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.Prior;
import org.disentangle.latent.Seeds;
import org.disentangle.stage.InputErrors;

/**
 * From Params to one rule a code.
 *
 * @param stage whose Params say how codes are drawn
 * @param names of its codes
 */
record CodeRules(CodeDrawParams<?> stage, List<String> names) {

  /** Keeps the permutations of balanced codes apart from the draws of rows. */
  private static final long BALANCED_STREAM = 0xB1A5;

  private static final int MOST_STEPS = 999_999;

  /**
   * @throws InvalidInputException if an entry names no code or one named before, steps are no whole
   *     number from 2 on, or a fixed value is further from 0 than the prior allows
   */
  List<CodeRule> list() {
    List<CodeRule> rules = new ArrayList<>(Collections.nCopies(names.size(), null));
    Map<Integer, String> grid = entries(stage.codeGrid().name(), stage.getCodeGrid(), rules);
    List<Integer> codes = new ArrayList<>(grid.keySet());
    Collections.reverse(codes);
    long stride = 1;
    for (int code : codes) {
      int steps = steps(code, grid.get(code));
      rules.set(code, new CodeRule.Grid(stride, steps));
      stride = product(stride, steps);
    }
    Map<Integer, String> fixed = entries(stage.fixedCodes().name(), stage.getFixedCodes(), rules);
    fixed.forEach((code, value) -> rules.set(code, new CodeRule.Fixed(fixed(code, value))));
    for (int code = 0; code < rules.size(); code++) {
      if (rules.get(code) == null) {
        rules.set(code, drawn(code));
      }
    }
    return List.copyOf(rules);
  }

  private CodeRule drawn(int code) {
    return stage.getCodeDraw().equals(CodeDrawParams.BALANCED)
        ? new CodeRule.Balanced(Seeds.mix(stage.getSeed(), BALANCED_STREAM, code), stage.getBins())
        : new CodeRule.Drawn();
  }

  /** Code and text after the '=', in the order given. */
  private Map<Integer, String> entries(String param, String[] entries, List<CodeRule> taken) {
    Map<Integer, String> byCode = new LinkedHashMap<>();
    for (String entry : entries) {
      String[] parts = entry.split("=");
      int code = index(param, parts[0].strip());
      if (taken.get(code) != null || byCode.put(code, parts[1].strip()) != null) {
        throw refuse(param, entry, "codes that are given once");
      }
    }
    return byCode;
  }

  private int index(String param, String code) {
    int index = CodeFields.index(names, code);
    if (index < 0) {
      throw refuse(
          param,
          code,
          String.format(
              Locale.ROOT,
              "one of the codes %s, or an index from 0 to %d",
              names,
              names.size() - 1),
          "Case matters.");
    }
    return index;
  }

  private CodeValues values(int code) {
    return stage.latent().values(code);
  }

  private int steps(int code, String text) {
    int most = Math.min(MOST_STEPS, values(code).mostSteps());
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 2 || Integer.parseInt(text) > most) {
      throw refuse(
          stage.codeGrid().name(),
          text,
          "a whole number of steps from 2 to " + most,
          "To keep one value, fix the code.");
    }
    return Integer.parseInt(text);
  }

  private long product(long stride, int steps) {
    try {
      return Math.multiplyExact(stride, steps);
    } catch (ArithmeticException e) {
      throw refuse(stage.codeGrid().name(), "more combinations than 64 bits count", "fewer");
    }
  }

  private float fixed(int code, String text) {
    try {
      float value = Float.parseFloat(text);
      if (values(code).admits(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, as values outside are
    }
    throw refuse(
        stage.fixedCodes().name(),
        text,
        values(code) instanceof Prior prior ? "a number " + prior.range() : values(code).range());
  }

  private InvalidInputException refuse(String param, String found, String expected) {
    return refuse(param, found, expected, null);
  }

  private InvalidInputException refuse(String param, String found, String expected, String advice) {
    return InputErrors.of(stage).parameter(param, found, expected, advice);
  }
}
