package org.disentangle.examples.command.option;

import java.util.function.Consumer;
import org.disentangle.estimator.TrainsInRounds;
import picocli.CommandLine.Option;

/** How a system is trained, except the weights of its losses. What is not given is the preset's. */
public final class TrainingOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Networks and schedule: dsprites (64 px; not style-content) or small32 (32 px). Others: infogan-cr"
              + " cdsprites, teapots (64 px), celeba32, mnist28; infogan mnist28, small28, svhn32,"
              + " celeba32-infogan, faces32, chairs64; oogan chairs64; autoencoders teapots; style-content mnist,"
              + " sprites, small32-colour. Default: dsprites; style-content: mnist.")
  private String preset;

  @Option(
      names = "--num-codes",
      paramLabel = "N",
      description = "Codes of all kinds. Default: the preset's.")
  private Integer numCodes;

  @Option(
      names = "--noise-dim",
      paramLabel = "N",
      description = "infogan, infogan-cr: noise values. Default: the preset's.")
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
          "infogan-cr: iteration at which the contrastive regulariser comes on. Default: the preset's share of --max-iter.")
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

  /**
   * Sets these options.
   *
   * @throws org.disentangle.error.InvalidInputException if one is given that the system has not
   */
  public void applyTo(TrainsInRounds<?> estimator) {
    GivenParam.set(estimator, "--preset", "preset", preset);
    GivenParam.set(estimator, "--workers", "numWorkers", workers);
    GivenParam.set(estimator, "--seed", "seed", seed);
    GivenParam.set(estimator, "--num-codes", "numCodes", numCodes);
    GivenParam.set(estimator, "--max-iter", "maxIter", maxIter);
    GivenParam.set(estimator, "--batch-size", "batchSize", batchSize);
    GivenParam.set(estimator, "--averaging-frequency", "averagingFrequency", averagingFrequency);
    GivenParam.set(estimator, "--noise-dim", "noiseDim", noiseDim);
    GivenParam.set(estimator, "--cr-start", "crStart", crStart);
  }

  public long seed() {
    return seed;
  }

  public static <T> void ifGiven(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
