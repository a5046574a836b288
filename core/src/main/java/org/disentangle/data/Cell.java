// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Closeable;
import java.io.IOException;

/** Computes the values of one column. Called for rising rows, by one thread. */
@FunctionalInterface
public interface Cell extends Closeable {

  /**
   * The value in a row, in the form Spark uses internally.
   *
   * @param row number in the data set, larger than at the call before
   */
  Object value(int row) throws IOException;

  /** Most cells hold nothing open. */
  @Override
  default void close() throws IOException {}
}
