// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.sql.Dataset;
import org.disentangle.model.TrainedModel;
import org.disentangle.stage.StageParams;
import org.disentangle.train.TrainingListener;

/**
 * An estimator of one of the papers' systems, which calls listeners after its rounds.
 *
 * @param <T> the concrete estimator
 */
public interface TrainsInRounds<T extends StageParams<T>>
    extends PresetParams<T>, HasWatching<T>, HasInitialModel<T> {

  /**
   * Adds a listener called for every round of every fit, also of copies made later, as {@code
   * CrossValidator} makes them; with parallel fits it is called from several threads. It is not
   * saved.
   */
  T addListener(TrainingListener listener);

  /**
   * Adds a listener called with the model of every evaluation of every fit that is watched, as
   * {@link #addListener} adds one of rounds. It is not saved.
   */
  T addModelListener(ModelListener listener);

  /** Trains on images. */
  TrainedModel fit(Dataset<?> images);

  /**
   * What {@link #fit} would begin with. Nothing is trained, and no data is needed.
   *
   * @param images in the data, at least 1; some objectives depend on that number
   * @param classes of the labels, at least 2; systems that learn without labels ignore it
   * @throws org.disentangle.error.InvalidInputException if Params do not go together
   */
  UntrainedSystem untrained(long images, int classes);
}
