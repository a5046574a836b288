// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.List;
import java.util.Optional;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.train.RoundRecord;

/**
 * A loss at the end of the training, named {@code loss.NAME} after the history's column.
 *
 * @param loss as the history names it, without {@code loss_}
 */
record LastLoss(String loss) implements Measure {

  /** The measure of a name that begins as those of losses do. */
  static Optional<Measure> named(String name) {
    return LossName.is(name) ? Optional.of(new LastLoss(LossName.of(name))) : Optional.empty();
  }

  @Override
  public String name() {
    return LossName.written(loss);
  }

  @Override
  public String meaning() {
    return "mean of the loss over the last round in which it was active";
  }

  @Override
  public boolean fits(TrainsInRounds<?> system) {
    return true;
  }

  @Override
  public double of(MeasuredModel model) {
    List<RoundRecord> rounds = model.history().rounds();
    for (int i = rounds.size() - 1; i >= 0; i--) {
      if (rounds.get(i).losses().containsKey(loss)) {
        return rounds.get(i).losses().get(loss);
      }
    }
    return Double.NaN;
  }
}
