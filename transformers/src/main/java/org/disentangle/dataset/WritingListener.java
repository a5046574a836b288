// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

/** Hears how far the writing of a labelled data set is. */
@FunctionalInterface
public interface WritingListener {

  /**
   * Called at the start and after every file.
   *
   * @param rows rows in place, those of earlier runs included
   * @param count rows of the whole set
   */
  void written(long rows, long count);
}
