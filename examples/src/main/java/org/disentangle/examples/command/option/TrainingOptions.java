// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.function.Consumer;
import org.disentangle.estimator.TrainsInRounds;
import picocli.CommandLine.Option;

/** How a system is trained, except the weights of its losses. What is not given is the preset's. */
public final class TrainingOptions {

  @SetsParam("preset")
  @Option(names = "--preset", paramLabel = "NAME")
  private String preset;

  @SetsParam("numCodes")
  @Option(names = "--num-codes", paramLabel = "N")
  private Integer numCodes;

  @SetsParam("noiseDim")
  @Option(names = "--noise-dim", paramLabel = "N")
  private Integer noiseDim;

  @SetsParam("maxIter")
  @Option(names = "--max-iter", paramLabel = "N")
  private Long maxIter;

  @SetsParam("crStart")
  @Option(names = "--cr-start", paramLabel = "N")
  private Long crStart;

  @SetsParam("batchSize")
  @Option(names = "--batch-size", paramLabel = "N")
  private Integer batchSize;

  @SetsParam("numWorkers")
  @Option(names = "--workers", paramLabel = "N", defaultValue = "1")
  private int workers;

  @SetsParam("averagingFrequency")
  @Option(names = "--averaging-frequency", paramLabel = "N")
  private Integer averagingFrequency;

  @SetsParam("precision")
  @Option(names = "--precision", paramLabel = "NAME")
  private String precision;

  @SetsParam("seed")
  @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
  private long seed;

  @SetsParam("initialModel")
  @Option(names = "--initial-model", paramLabel = "DIR")
  private String initialModel;

  @SetsParam("initialOptimiser")
  @Needs("--initial-model")
  @Option(names = "--initial-optimiser")
  private boolean initialOptimiser;

  /** Says what is read besides images. */
  public void reads(Outputs outputs) {
    outputs.reads("--initial-model", initialModel);
  }

  /**
   * Sets these options.
   *
   * @throws org.disentangle.error.InvalidInputException if one is given that the system has not
   */
  public void applyTo(TrainsInRounds<?> estimator) {
    GivenParam.set(estimator, "--preset", "preset", preset);
    GivenParam.set(estimator, "--workers", "numWorkers", workers);
    GivenParam.set(estimator, "--seed", "seed", seed);
    GivenParam.set(estimator, "--precision", "precision", precision);
    GivenParam.set(estimator, "--num-codes", "numCodes", numCodes);
    GivenParam.set(estimator, "--max-iter", "maxIter", maxIter);
    GivenParam.set(estimator, "--batch-size", "batchSize", batchSize);
    GivenParam.set(estimator, "--averaging-frequency", "averagingFrequency", averagingFrequency);
    GivenParam.set(estimator, "--noise-dim", "noiseDim", noiseDim);
    GivenParam.set(estimator, "--cr-start", "crStart", crStart);
    GivenParam.set(estimator, "--initial-model", "initialModel", initialModel);
    if (initialOptimiser) {
      estimator.setInitialOptimiser(true);
    }
  }

  public static <T> void ifGiven(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
