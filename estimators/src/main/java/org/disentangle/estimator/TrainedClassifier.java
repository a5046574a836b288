// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Locale;
import org.disentangle.net.NetworkState;

/**
 * What the training of a classifier gives.
 *
 * @param state the weights, without optimiser state
 * @param losses mean cross entropy by round
 */
public record TrainedClassifier(NetworkState state, List<Double> losses) {

  /**
   * That it gives nothing, because the loss or the weights became NaN or infinite.
   *
   * @param iteration by which
   * @param cause null if there is none
   */
  public static IllegalStateException diverged(long iteration, Throwable cause) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "Training diverged: the loss is not finite by iteration %d.%nLower the learning rate.",
            iteration),
        cause);
  }
}
