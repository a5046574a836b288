// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;

/** Hears how far the computation of several metrics is; it changes no score. */
@FunctionalInterface
public interface GroupListener {

  /** Hears nothing. */
  GroupListener NONE = (metrics, done, groups) -> {};

  /**
   * Before the metrics of a group are computed together.
   *
   * @param metrics their names in full
   * @param done groups before it
   * @param groups number of groups in all
   */
  void before(List<String> metrics, int done, int groups);
}
