package org.disentangle.examples.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LossChart;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.Traversal;

/** Where an experiment leaves its models and pictures. */
record ExperimentFolder(Path out, boolean overwrite) {

  /**
   * Writes {@code model-NAME}, {@code losses-NAME.png} and {@code traversal-NAME.png}.
   *
   * @param estimator what trained the model
   */
  void write(DisentangledModel<?> model, TrainsInRounds<?> estimator, String name, long seed)
      throws IOException {
    String path = out.resolve("model-" + name).toString();
    (overwrite ? model.write().overwrite() : model.write()).save(path);
    new LossChart(model.summary(), LeastLosses.of(estimator))
        .write(out.resolve("losses-" + name + ".png"), overwrite);
    new Traversal(model).seed(seed).write(out.resolve("traversal-" + name + ".png"), overwrite);
  }
}
