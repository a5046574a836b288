// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import org.disentangle.metric.FactorClasses;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.Learners;

/**
 * What metrics are computed from.
 *
 * @param table the rows of all metrics that hold out none
 * @param train the rows that models are fitted to
 * @param test the rows that they are scored on
 * @param learners fits models
 * @param seed seed of all draws
 */
public record MetricInput(
    LabelledCodes table, LabelledCodes train, LabelledCodes test, Learners learners, long seed) {

  /**
   * How many rows models see at most; of larger tables a random sample.
   *
   * @param train rows that models are fitted to, at least 1
   * @param test rows that they are scored on, at least 1
   */
  public record Limits(int train, int test) {

    /** 10,000 and 5,000 rows, as in Locatello et al., "Challenging common assumptions", 2019. */
    public static final Limits DEFAULT = new Limits(10_000, 5_000);
  }

  /**
   * Models are scored on rows of another table.
   *
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors
   */
  public static MetricInput of(
      LabelledCodes table, LabelledCodes test, Limits limits, Learners learners, long seed) {
    TrainTest.requireSameShape(table, test);
    return new MetricInput(
        table,
        sample(table, limits.train(), seed),
        sample(test, limits.test(), seed),
        learners,
        seed);
  }

  /** Models are scored on the rows they were fitted to. */
  public static MetricInput inSample(
      LabelledCodes table, Limits limits, Learners learners, long seed) {
    LabelledCodes rows = sample(table, limits.train(), seed);
    return new MetricInput(table, rows, rows, learners, seed);
  }

  /**
   * Models are scored on the last rows of the table, which none is fitted to; scored in sample if
   * the fraction is 0.
   *
   * @param testFraction share of the rows that is held out, from 0 to below 1; at least one row is
   */
  public static MetricInput split(
      LabelledCodes table, double testFraction, Limits limits, Learners learners, long seed) {
    if (testFraction == 0 || table.rows() == 1) {
      return inSample(table, limits, learners, seed);
    }
    int test = (int) Math.max(1, Math.round(testFraction * table.rows()));
    int train = Math.max(1, table.rows() - test);
    return new MetricInput(
        table,
        sample(table.slice(0, train), limits.train(), seed),
        sample(table.slice(train, table.rows()), limits.test(), seed),
        learners,
        seed);
  }

  /**
   * Checks that the values of every factor are classes, also in the rows that models see.
   *
   * @throws IllegalArgumentException if those of one are not, as {@link FactorClasses} says
   */
  void requireClasses() {
    FactorClasses.require(table);
    if (train != table) {
      FactorClasses.require(train);
    }
  }

  /**
   * The rows for models, paired.
   *
   * @throws IllegalArgumentException if a factor has one value in the rows to fit to
   */
  TrainTest supervised() {
    return new TrainTest(train, test);
  }

  /** At most this number of rows of the table, drawn at random if it has more. */
  LabelledCodes sample(int most) {
    return sample(table, most, seed);
  }

  private static LabelledCodes sample(LabelledCodes table, int most, long seed) {
    return table.rows() <= most ? table : table.shuffled(seed).slice(0, most);
  }
}
