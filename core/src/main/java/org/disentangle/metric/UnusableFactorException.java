// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import org.disentangle.error.InvalidInputException;

/** A metric cannot use the values of one factor, which tables know by its number only. */
public final class UnusableFactorException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final int factor;
  private final String found;
  private final String expected;

  /**
   * @param factor its number in the table, from 0
   * @param found in its values
   * @param advice one or more whole sentences
   */
  UnusableFactorException(int factor, String found, String expected, String advice) {
    super(problem("factor " + factor, found, expected), advice);
    this.factor = factor;
    this.found = found;
    this.expected = expected;
  }

  /** A factor that has one value in all rows. */
  public static UnusableFactorException constant(int factor) {
    return new UnusableFactorException(
        factor,
        "one value in all rows",
        "two or more values",
        "The data set does not vary this factor; leave it out.");
  }

  /** The number of the factor in the table, from 0. */
  public int factor() {
    return factor;
  }

  /** The same error, said of the column that the factor's values are in. */
  public InvalidInputException inColumn(String name) {
    return InvalidInputException.of(
        "column '" + name + "'", found, expected, advice().orElse(null));
  }
}
