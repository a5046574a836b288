// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.List;
import java.util.Locale;
import org.disentangle.image.ImageShape;

/**
 * One row of a system's table of presets: an enum constant whose name, in lower case and with
 * dashes, is what users write. The nested interfaces are what several systems take from theirs.
 */
public interface Preset {

  /** Of the enum constant. */
  String name();

  /** The name users give. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Names that older versions had for it; they still work. */
  default List<String> formerIds() {
    return List.of();
  }

  /** The shape of the images that its networks take. */
  ImageShape imageShape();

  /** Images, or triplets of them, per mini-batch and worker. */
  int batchSize();

  /** Iterations of every worker. */
  long maxIter();

  /** Of systems with codes. */
  interface Coded extends Preset {

    /** Codes of all kinds. */
    int numCodes();
  }

  /** Of systems whose G takes noise beside the codes. */
  interface Noisy extends Coded {

    /** Nuisance noise values. */
    int noiseDim();
  }

  /** Of systems that train G against D. */
  interface Adversarial extends Coded {

    /** Adam's learning rate for G. */
    double learningRateG();

    /** Adam's learning rate for D. */
    double learningRateD();
  }

  /** Of systems whose D sees noise on images early in a training. */
  interface InstanceNoise extends Coded {

    /** Share of the iterations that have noise on images, in [0, 1]. */
    double instanceNoiseShare();
  }

  /** Of systems with a contrastive regulariser. */
  interface Contrastive extends Coded {

    /** Weight of the regulariser once it is on. */
    double alpha();

    /**
     * Iteration at which it is switched on.
     *
     * @param maxIter the iterations in effect
     */
    long crStart(long maxIter);

    /** Least distance of unshared codes in a contrastive pair. */
    double gap();

    /** Adam's learning rate for H. */
    double learningRateH();
  }
}
