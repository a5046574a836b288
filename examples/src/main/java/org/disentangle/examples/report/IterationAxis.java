// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import org.knowm.xchart.XYChart;

/**
 * The horizontal axis of everything that is drawn of a training: iterations of each worker, from 0
 * to the last one, so that pictures of one training can be laid one below the other.
 */
public final class IterationAxis {

  /** What stands below it. */
  public static final String TITLE = "iterations of each worker";

  private IterationAxis() {}

  /** Gives a chart this axis. */
  public static void below(XYChart chart, long lastIteration) {
    chart.setXAxisTitle(TITLE);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax((double) Math.max(1, lastIteration));
  }
}
