// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageReader;

/**
 * beta-VAE (Higgins et al., ICLR 2017): reconstruction error + beta KL; and its variant with rising
 * capacity (Burgess et al., "Understanding disentangling in beta-VAE", 2018): reconstruction error
 * + gamma |KL - C|, where C rises linearly from 0 to {@code capacity}.
 *
 * <pre>{@code
 * VaeModel model = new BetaVae().setPreset("small32").setBeta(4).fit(images);
 * VaeModel annealed = new BetaVae().setObjective("capacity").setCapacity(25).fit(images);
 * }</pre>
 */
public final class BetaVae extends VaeEstimator<BetaVae> {

  public BetaVae() {
    this(Identifiable$.MODULE$.randomUID("betaVae"));
  }

  public BetaVae(String uid) {
    super(uid);
    declared().declareAll();
  }

  /** See {@link #objective()}. */
  public static final String BETA = "beta";

  /** See {@link #objective()}. */
  public static final String CAPACITY = "capacity";

  /**
   * "beta" (default): beta times the KL. "capacity": gamma times the distance of the KL from a
   * rising capacity.
   */
  public Param<String> objective() {
    return declared()
        .stringParam(
            "objective", Allowed.oneOf(List.of(BETA, CAPACITY)), "what is done with the KL");
  }

  public String getObjective() {
    return value(objective());
  }

  public BetaVae setObjective(String value) {
    return with(objective(), value);
  }

  /**
   * Weight of the KL in the objective "beta", at least 0; 1 is the plain autoencoder. Default 4.
   */
  public DoubleParam beta() {
    return declared().doubleParam("beta", Allowed.atLeast(0.0).byDefault(4.0), "weight of the KL");
  }

  public double getBeta() {
    return value(beta());
  }

  public BetaVae setBeta(double value) {
    return with(beta(), value);
  }

  /**
   * Weight of the distance from the capacity, at least 0, in the objective "capacity". Default 100.
   */
  public DoubleParam gamma() {
    return declared()
        .doubleParam(
            "gamma",
            Allowed.atLeast(0.0).byDefault(100.0),
            "weight of the distance of the KL from the capacity");
  }

  public double getGamma() {
    return value(gamma());
  }

  public BetaVae setGamma(double value) {
    return with(gamma(), value);
  }

  /** Nats that the KL may have at last, at least 0, in the objective "capacity". Default 25. */
  public DoubleParam capacity() {
    return declared()
        .doubleParam(
            "capacity", Allowed.atLeast(0.0).byDefault(25.0), "nats that the KL may have at last");
  }

  public double getCapacity() {
    return value(capacity());
  }

  public BetaVae setCapacity(double value) {
    return with(capacity(), value);
  }

  /**
   * Iterations over which the capacity rises, at least 1. Default 100,000; the capacity of a
   * shorter training ends below {@code capacity}.
   */
  public LongParam capacityIter() {
    return declared()
        .longParam(
            "capacityIter",
            Allowed.atLeast(1L).byDefault(100_000L),
            "iterations over which the capacity rises");
  }

  public long getCapacityIter() {
    return value(capacityIter());
  }

  public BetaVae setCapacityIter(long value) {
    return with(capacityIter(), value);
  }

  @Override
  public double defaultLearningRate() {
    return 5e-4;
  }

  @Override
  VaeObjective objective(LongSupplier images) {
    return getObjective().equals(BETA)
        ? new VaeObjective.Beta(getBeta())
        : new VaeObjective.Capacity(getGamma(), getCapacity(), getCapacityIter());
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<BetaVae> read() {
    return StageReader.of(BetaVae.class, BetaVae::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved BetaVae
   */
  public static BetaVae load(String path) {
    return read().load(path);
  }
}
