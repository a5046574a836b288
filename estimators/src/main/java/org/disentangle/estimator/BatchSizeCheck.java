// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.util.Identifiable;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.architecture.LeastBatch;
import org.disentangle.stage.InputErrors;

/** Refuses batches in which something would not learn, for every stage that trains. */
record BatchSizeCheck(Identifiable stage, int batchSize) {

  /**
   * @throws InvalidInputException if the batch is smaller
   */
  void require(LeastBatch least) {
    if (!least.allows(batchSize)) {
      throw InputErrors.of(stage)
          .parameter(
              "batchSize",
              batchSize,
              String.format(
                  Locale.ROOT, "at least %d, because %s", least.images(), least.because()));
    }
  }
}
