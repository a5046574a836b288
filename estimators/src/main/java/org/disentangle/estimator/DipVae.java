// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageReader;

/**
 * DIP-VAE (Kumar, Sattigeri and Balakrishnan, "Variational Inference of Disentangled Latent
 * Concepts from Unlabeled Observations", ICLR 2018): reconstruction error + KL + {@code lambdaOd}
 * times the squared covariances of codes + {@code lambdaD} times the squared distances of their
 * variances from 1. DIP-VAE-I takes the covariance of the encoder's means (equation 6), DIP-VAE-II
 * that of the codes drawn from its distributions (equation 7).
 *
 * <pre>{@code
 * VaeModel model = new DipVae().setPreset("small32").setLambdaOd(5).fit(images);
 * VaeModel second = new DipVae().setPreset("small32").setDipType("ii").fit(images);
 * }</pre>
 *
 * <p>The covariance is that of one mini-batch, as in disentanglement_lib; with several workers each
 * has that of its own mini-batch, and only the parameters are averaged.
 */
public final class DipVae extends VaeEstimator<DipVae> {

  public DipVae() {
    this(Identifiable$.MODULE$.randomUID("dipVae"));
  }

  public DipVae(String uid) {
    super(uid);
    declared().declareAll();
  }

  /** See {@link #dipType()}. */
  public static final String I = "i";

  /** See {@link #dipType()}. */
  public static final String II = "ii";

  /** Variance of means in DIP-VAE-I: Locatello et al. 2019 weigh it ten times as much. */
  private static final double DIAGONAL_OF_I = 10;

  /** "i" (default): covariance of the means of codes. "ii": covariance of the codes. */
  public Param<String> dipType() {
    return declared()
        .stringParam(
            "dipType", Allowed.oneOf(List.of(I, II)), "whose covariance is to be the identity");
  }

  public String getDipType() {
    return value(dipType());
  }

  public DipVae setDipType(String value) {
    return with(dipType(), value);
  }

  /**
   * Weight of the squared covariances of two codes, at least 0. Locatello et al. 2019 compare 1, 2,
   * 5, 10, 20 and 50. Default 10.
   */
  public DoubleParam lambdaOd() {
    return declared()
        .doubleParam(
            "lambdaOd",
            Allowed.atLeast(0.0).byDefault(10.0),
            "weight of the squared covariances of codes");
  }

  public double getLambdaOd() {
    return value(lambdaOd());
  }

  public DipVae setLambdaOd(double value) {
    return with(lambdaOd(), value);
  }

  /**
   * Weight of the squared distances of the codes' variances from 1, at least 0. Default: as in
   * Locatello et al. 2019, 10 {@code lambdaOd} with the type "i" and {@code lambdaOd} with "ii".
   */
  public DoubleParam lambdaD() {
    return declared()
        .followsOthers(
            declared()
                .doubleParam(
                    "lambdaD",
                    Allowed.atLeast(0.0),
                    "weight of the squared distances of codes' variances from 1; the default is 10"
                        + " lambdaOd with dipType i, and lambdaOd with ii"),
            () -> getLambdaOd() * (getDipType().equals(I) ? DIAGONAL_OF_I : 1));
  }

  public double getLambdaD() {
    return value(lambdaD());
  }

  public DipVae setLambdaD(double value) {
    return with(lambdaD(), value);
  }

  /** 1e-4 (Locatello et al. 2019). */
  @Override
  public double defaultLearningRate() {
    return 1e-4;
  }

  @Override
  VaeObjective objective(LongSupplier images) {
    return new VaeObjective.InferredPrior(getDipType().equals(II), getLambdaOd(), getLambdaD());
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<DipVae> read() {
    return StageReader.of(DipVae.class, DipVae::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved DipVae
   */
  public static DipVae load(String path) {
    return read().load(path);
  }
}
