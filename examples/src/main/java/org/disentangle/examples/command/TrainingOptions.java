package org.disentangle.examples.command;

import java.util.function.Consumer;
import org.disentangle.estimator.InfoGanCr;
import picocli.CommandLine.Option;

/** How InfoGAN-CR is trained, except lambda and alpha. What is not given is the preset's. */
final class TrainingOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "dsprites",
      description =
          "Networks and schedule: dsprites, cdsprites, teapots (64 px), celeba32, small32 (32 px) or mnist28."
              + " Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(names = "--num-codes", paramLabel = "N", description = "Codes. Default: the preset's.")
  private Integer numCodes;

  @Option(
      names = "--noise-dim",
      paramLabel = "N",
      description = "Noise values. Default: the preset's.")
  private Integer noiseDim;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      description = "Iterations of every worker. Default: the preset's.")
  private Long maxIter;

  @Option(
      names = "--cr-start",
      paramLabel = "N",
      description =
          "Iteration at which the contrastive regulariser comes on. Default: the preset's share of --max-iter.")
  private Long crStart;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Images per mini-batch and worker. Default: the preset's.")
  private Integer batchSize;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Logical workers that train their own copies and average them; best one a core."
              + " Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--averaging-frequency",
      paramLabel = "N",
      description = "Iterations between two averagings. Default: 100.")
  private Integer averagingFrequency;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where every random draw comes from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** An estimator with these options. */
  InfoGanCr estimator() {
    InfoGanCr estimator = new InfoGanCr().setPreset(preset).setNumWorkers(workers).setSeed(seed);
    ifGiven(numCodes, estimator::setNumCodes);
    ifGiven(noiseDim, estimator::setNoiseDim);
    ifGiven(maxIter, estimator::setMaxIter);
    ifGiven(crStart, estimator::setCrStart);
    ifGiven(batchSize, estimator::setBatchSize);
    ifGiven(averagingFrequency, estimator::setAveragingFrequency);
    return estimator;
  }

  long seed() {
    return seed;
  }

  static <T> void ifGiven(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
