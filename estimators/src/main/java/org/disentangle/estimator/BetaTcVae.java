// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageReader;

/**
 * beta-TCVAE (Chen et al., "Isolating Sources of Disentanglement in Variational Autoencoders",
 * NeurIPS 2018): the KL is taken apart into what codes carry about the image, their total
 * correlation and how far each is from the prior, each with a weight, estimated by minibatch
 * stratified sampling.
 *
 * <pre>{@code
 * VaeModel model = new BetaTcVae().setPreset("small32").setBeta(6.4).fit(images);
 * }</pre>
 */
public final class BetaTcVae extends VaeEstimator<BetaTcVae> {

  public BetaTcVae() {
    this(Identifiable$.MODULE$.randomUID("betaTcVae"));
  }

  public BetaTcVae(String uid) {
    super(uid);
    declared().declareAll();
  }

  /** Weight of the information between image and codes, at least 0. Default 1. */
  public DoubleParam alpha() {
    return declared()
        .doubleParam(
            "alpha",
            Allowed.atLeast(0.0).byDefault(1.0),
            "weight of the information between image and codes");
  }

  public double getAlpha() {
    return value(alpha());
  }

  public BetaTcVae setAlpha(double value) {
    return with(alpha(), value);
  }

  /** Weight of the total correlation, at least 0. Default 6.4. */
  public DoubleParam beta() {
    return declared()
        .doubleParam(
            "beta", Allowed.atLeast(0.0).byDefault(6.4), "weight of the total correlation");
  }

  public double getBeta() {
    return value(beta());
  }

  public BetaTcVae setBeta(double value) {
    return with(beta(), value);
  }

  /** Weight of the divergence of each code from the prior, at least 0. Default 1. */
  public DoubleParam gamma() {
    return declared()
        .doubleParam(
            "gamma",
            Allowed.atLeast(0.0).byDefault(1.0),
            "weight of the divergence of each code from the prior");
  }

  public double getGamma() {
    return value(gamma());
  }

  public BetaTcVae setGamma(double value) {
    return with(gamma(), value);
  }

  @Override
  public double defaultLearningRate() {
    return 5e-4;
  }

  @Override
  VaeObjective objective(LongSupplier images) {
    return new VaeObjective.Decomposed(getAlpha(), getBeta(), getGamma(), images.getAsLong());
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<BetaTcVae> read() {
    return StageReader.of(BetaTcVae.class, BetaTcVae::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved BetaTcVae
   */
  public static BetaTcVae load(String path) {
    return read().load(path);
  }
}
