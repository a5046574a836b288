// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import java.util.Map;
import org.disentangle.estimator.BetaTcVae;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.model.VaeModelParams;

/** The set and the schedule of the demonstration, all in one place. */
final class DemoRecipe {

  /** What the data is; not the published dSprites file, but the same grid rendered here. */
  static final String DATA = "dSprites-regenerated";

  /**
   * Squares of six sizes at 16 x 16 places. Places reach as far as sizes do (eight pixels), so that
   * no factor outweighs another.
   */
  static final DataSpec DATA_SPEC =
      DataSpec.parse(
          "dsprites:imageSize=32,factors=scale+posX+posY,scale=0:5,posX=8:23,posY=8:23");

  static final int NUM_WORKERS = 2;
  static final long MAX_ITER = 3000;
  static final long CR_START = 1800;
  static final long LABELLED_IMAGES = 10_000;

  /** Scores on the way. */
  static final long EVALUATIONS = 10;

  /**
   * Iterations of the system beside InfoGAN-CR, which has one worker: it needs steps, not images.
   */
  static final long BESIDE_ITER = 3600;

  /** Its iterations until the regularisation has its full weight. */
  static final long BESIDE_ANNEAL_ITER = 2400;

  private DemoRecipe() {}

  /** The training, but for its seed. */
  static InfoGanCr estimator() {
    return new InfoGanCr()
        .setPreset("small32")
        .setNumCodes(3)
        .setNoiseDim(0)
        .setLambda(0.5)
        .setAlpha(2)
        .setMaxIter(MAX_ITER)
        .setCrStart(CR_START)
        .setNumWorkers(NUM_WORKERS);
  }

  /**
   * What is trained beside it on the same images: an autoencoder, which is faster and finds simple
   * shapes more surely, with twice as many codes as there are factors, so that it need not know how
   * many there are. The codes that it does not need are left out. The weight of the total
   * correlation is high, so that codes and factors have the same axes, and rises slowly, so that
   * the size is learned before it is reached.
   */
  static BetaTcVae beside() {
    return new BetaTcVae()
        .setPreset("small32")
        .setNumCodes(6)
        .setLearningRate(1e-3)
        .setBeta(10)
        .setAnnealIter(BESIDE_ANNEAL_ITER)
        .setEncoding(VaeModelParams.ACTIVE)
        .setMaxIter(BESIDE_ITER);
  }
}
