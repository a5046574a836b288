// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.disentangle.estimator.TrainsInRounds;
import picocli.CommandLine.Option;

/** How a system is trained, except the weights of its losses. What is not given is the preset's. */
public final class TrainingOptions {

  @SetsParam("preset")
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "'disentangle presets' shows which images each takes.")
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
    given().forEach(value -> value.set(estimator));
  }

  /** Those that were given or have a default, the preset first. */
  List<GivenValue> given() {
    return Stream.of(
            new GivenValue("--preset", "preset", preset),
            new GivenValue("--workers", "numWorkers", workers),
            new GivenValue("--seed", "seed", seed),
            new GivenValue("--precision", "precision", precision),
            new GivenValue("--num-codes", "numCodes", numCodes),
            new GivenValue("--max-iter", "maxIter", maxIter),
            new GivenValue("--batch-size", "batchSize", batchSize),
            new GivenValue("--averaging-frequency", "averagingFrequency", averagingFrequency),
            new GivenValue("--noise-dim", "noiseDim", noiseDim),
            new GivenValue("--cr-start", "crStart", crStart),
            new GivenValue("--initial-model", "initialModel", initialModel),
            new GivenValue(
                "--initial-optimiser", "initialOptimiser", initialOptimiser ? true : null))
        .filter(value -> value.value() != null)
        .toList();
  }

  public static <T> void ifGiven(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
