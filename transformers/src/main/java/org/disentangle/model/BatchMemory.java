// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Locale;
import org.disentangle.image.ImageShape;
import org.disentangle.stage.HasBatchSize;
import org.disentangle.stage.InputErrors;

/** The room that a batch of images takes on every executor. */
final class BatchMemory {

  private static final int MOST_VALUES = 1 << 28;

  private BatchMemory() {}

  /**
   * @throws org.disentangle.error.InvalidInputException if a batch has more than 2^28 values
   */
  static void require(HasBatchSize<?> stage, ImageShape shape) {
    int most = MOST_VALUES / shape.size();
    if (stage.getBatchSize() > most) {
      throw InputErrors.of(stage)
          .parameter(
              stage.batchSize().name(),
              stage.getBatchSize(),
              String.format(Locale.ROOT, "at most %d images of shape %s", most, shape),
              "A batch is held in memory: this is not the number of rows.");
    }
  }
}
