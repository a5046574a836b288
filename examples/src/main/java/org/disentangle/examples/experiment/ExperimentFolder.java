// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.io.IOException;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LossChart;
import org.disentangle.file.Place;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.Traversal;

/** Where an experiment leaves its models and pictures. */
record ExperimentFolder(Place out, boolean overwrite) {

  /**
   * Writes {@code model-NAME}, {@code losses-NAME.png} and {@code traversal-NAME.png}.
   *
   * @param estimator what trained the model
   */
  void write(DisentangledModel<?> model, TrainsInRounds<?> estimator, String name, long seed)
      throws IOException {
    String path = out.child("model-" + name).toString();
    (overwrite ? model.write().overwrite() : model.write()).save(path);
    new LossChart(model.summary(), LeastLosses.of(estimator))
        .write(out.child("losses-" + name + ".png"), overwrite);
    new Traversal(model).seed(seed).write(out.child("traversal-" + name + ".png"), overwrite);
  }
}
