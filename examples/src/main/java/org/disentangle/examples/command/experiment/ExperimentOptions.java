// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.util.List;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.examples.command.option.TrainingOptions;
import picocli.CommandLine.Option;

/** How long an experiment trains, with how many workers, and how often. */
final class ExperimentOptions {

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      description = "Iterations of every worker. Default: the preset's.")
  private Long maxIter;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Logical workers. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,3",
      description = "Seeds, one set of runs for each. Default: ${DEFAULT-VALUE}.")
  private List<Long> seeds;

  void applyTo(DisentanglingEstimator<?, ?, ?> estimator) {
    estimator.setNumWorkers(workers);
    TrainingOptions.ifGiven(maxIter, estimator::setMaxIter);
  }

  List<Long> seeds() {
    return seeds;
  }
}
