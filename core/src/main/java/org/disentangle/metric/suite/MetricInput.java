package org.disentangle.metric.suite;

import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.Learners;

/**
 * What metrics are computed from.
 *
 * @param table the rows of all metrics that hold out none
 * @param supervised the rows that models are fitted to and scored on; null if there are no factors
 * @param learners fits models
 * @param seed seed of all draws
 */
public record MetricInput(
    LabelledCodes table, TrainTest supervised, Learners learners, long seed) {

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

  /** Models are scored on rows of another table. */
  public static MetricInput of(
      LabelledCodes table, LabelledCodes test, Limits limits, Learners learners, long seed) {
    TrainTest supervised =
        table.numFactors() == 0
            ? null
            : new TrainTest(sample(table, limits.train(), seed), sample(test, limits.test(), seed));
    return new MetricInput(table, supervised, learners, seed);
  }

  /** Models are scored on the rows they were fitted to. */
  public static MetricInput inSample(
      LabelledCodes table, Limits limits, Learners learners, long seed) {
    LabelledCodes rows = sample(table, limits.train(), seed);
    return of(table, rows, new Limits(limits.train(), rows.rows()), learners, seed);
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
    MetricInput halves =
        of(
            table.slice(0, train),
            table.slice(train, table.rows()),
            limits,
            learners,
            seed);
    return new MetricInput(table, halves.supervised(), learners, seed);
  }

  /** At most so many rows of the table, drawn at random if it has more. */
  LabelledCodes sample(int most) {
    return sample(table, most, seed);
  }

  private static LabelledCodes sample(LabelledCodes table, int most, long seed) {
    return table.rows() <= most ? table : table.shuffled(seed).slice(0, most);
  }
}
