// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The losses of one step by their names. A session fills the same object in every step, so that
 * reporting costs the step nothing: take out what is still needed before the next one.
 */
public final class LossValues {

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final double[] values;
  private final boolean[] given;

  /**
   * @param names of all losses: {@link TrainingProcedure#lossNames}
   */
  public LossValues(List<String> names) {
    this.names = List.copyOf(names);
    for (int place = 0; place < names.size(); place++) {
      places.put(names.get(place), place);
    }
    values = new double[names.size()];
    given = new boolean[names.size()];
  }

  /** Forgets the losses of the step before. */
  public LossValues clear() {
    Arrays.fill(given, false);
    return this;
  }

  /**
   * Reports a loss; 0 for one that is inactive.
   *
   * @throws IllegalArgumentException if no loss has this name
   */
  public LossValues put(String name, double value) {
    int place = place(name);
    values[place] = value;
    given[place] = true;
    return this;
  }

  /** Reports all losses of another step under their names. */
  public LossValues putAll(LossValues others) {
    for (String name : others.names) {
      put(name, others.of(name));
    }
    return this;
  }

  /**
   * Value of a loss.
   *
   * @throws IllegalArgumentException if no loss has this name
   */
  public double of(String name) {
    return values[place(name)];
  }

  /**
   * These losses, none of which is missing.
   *
   * @throws IllegalStateException if one was not reported since {@link #clear}
   */
  public LossValues complete() {
    for (int place = 0; place < given.length; place++) {
      if (!given[place]) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "the step did not report loss %s", names.get(place)));
      }
    }
    return this;
  }

  private int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "no loss is called %s, only %s", name, names));
    }
    return place;
  }

  /** Every name and value, exactly. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int place = 0; place < values.length; place++) {
      text.add(names.get(place) + "=" + values[place]);
    }
    return text.toString();
  }
}
