// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.Serializable;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam (Kingma and Ba 2015) in TensorFlow's form: step = rate sqrt(1 - beta2^t) / (1 - beta1^t) m /
 * (sqrt(v) + epsilon).
 */
public record AdamSettings(double learningRate, double beta1, double beta2, double epsilon)
    implements Serializable {

  /** beta1 0.5, beta2 0.999, epsilon 1e-8: what every optimiser of InfoGAN and InfoGAN-CR uses. */
  public static AdamSettings adversarial(double learningRate) {
    return new AdamSettings(learningRate, 0.5, 0.999, 1e-8);
  }

  /** beta1 0.9, beta2 0.999, epsilon 1e-8: the optimiser of the autoencoders. */
  public static AdamSettings usual(double learningRate) {
    return new AdamSettings(learningRate, 0.9, 0.999, 1e-8);
  }

  Adam updater() {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }
}
