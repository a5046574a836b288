// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.metric.TrainTest;

/**
 * The codes that models are fitted on and scored on.
 *
 * @param codes which code each column is
 * @param train [row][column]
 * @param test [row][column]
 */
record CodeFeatures(List<Integer> codes, double[][] train, double[][] test) {

  /** All codes as they are. */
  static CodeFeatures plain(TrainTest tables) {
    return new CodeFeatures(allCodes(tables), tables.trainCodes(), tables.testCodes());
  }

  /**
   * The codes that vary in the training rows, standardised; if none does, all codes as zeros, of
   * which a model can learn nothing.
   */
  static CodeFeatures standardised(TrainTest tables) {
    List<Integer> varying = tables.varyingCodes();
    if (varying.isEmpty()) {
      return new CodeFeatures(
          allCodes(tables),
          new double[tables.train().rows()][tables.numCodes()],
          new double[tables.test().rows()][tables.numCodes()]);
    }
    return new CodeFeatures(
        varying, tables.standardisedTrainCodes(), tables.standardisedTestCodes());
  }

  private static List<Integer> allCodes(TrainTest tables) {
    return IntStream.range(0, tables.numCodes()).boxed().toList();
  }
}
