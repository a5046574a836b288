// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.disentangle.stage.StageWriter;
import org.disentangle.train.History;

/** What every model trained in rounds knows and does, whatever its codes are. */
public interface TrainedModel {

  /** Every round of the training; also after loading. */
  History summary();

  /** Params and data of the training; also after loading. */
  TrainedWith trainedWith();

  /** A writer of the model. */
  StageWriter write();
}
