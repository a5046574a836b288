// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.util.Identifiable;
import org.disentangle.stage.InputErrors;

/**
 * What a training gave a model. Only a model made by its constructor of no arguments lacks it: that
 * constructor is there for Spark Connect, whose server finds the classes it may load as services.
 */
final class TrainedData {

  private TrainedData() {}

  /**
   * @return the data
   * @throws org.disentangle.error.InvalidInputException if they are null
   */
  static <D> D of(Identifiable model, D data) {
    if (data == null) {
      throw InputErrors.of(model)
          .unset(
              "data",
              "networks from a training",
              "Load a saved model with " + model.getClass().getSimpleName() + ".load(path).");
    }
    return data;
  }

  /** What a model without them says of itself. */
  static String without(Identifiable model) {
    return model.getClass().getSimpleName() + ": uid=" + model.uid() + ", without networks";
  }
}
