// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.disentangle.net.layer.Nonlinearity;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What D and G minimise of D's one output an image, each a mean over the batch, with its gradient
 * by that output. Outputs are small, so they are worked on in host memory in double precision.
 */
public enum AdversarialLoss {
  /**
   * Of probabilities (Goodfellow et al. 2014, non-saturating for G): -log p for real images, -log(1
   * - p) for generated ones, -log p for G; with {@value #EPSILON} added before the logarithm.
   */
  JSD(Nonlinearity.SIGMOID) {
    @Override
    public Loss real(INDArray probability) {
      double[] p = probability.dup('c').data().asDouble();
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum -= Math.log(p[i] + EPSILON);
        p[i] = -1 / ((p[i] + EPSILON) * p.length);
      }
      return new Loss(sum / p.length, Losses.like(probability, p));
    }

    @Override
    public Loss fake(INDArray probability) {
      double[] p = probability.dup('c').data().asDouble();
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        sum -= Math.log(1 - p[i] + EPSILON);
        p[i] = 1 / ((1 - p[i] + EPSILON) * p.length);
      }
      return new Loss(sum / p.length, Losses.like(probability, p));
    }

    @Override
    public Loss generated(INDArray probability) {
      return real(probability);
    }
  },

  /**
   * Of scores (Lim and Ye 2017): max(0, 1 - s) for real images, max(0, 1 + s) for generated ones,
   * -s for G.
   */
  HINGE(Nonlinearity.IDENTITY) {
    @Override
    public Loss real(INDArray score) {
      return mean(score, s -> Math.max(0, 1 - s), s -> s < 1 ? -1 : 0);
    }

    @Override
    public Loss fake(INDArray score) {
      return mean(score, s -> Math.max(0, 1 + s), s -> s > -1 ? 1 : 0);
    }
  },

  /**
   * Of scores (Gulrajani et al. 2017): -s for real images, s for generated ones, -s for G; D also
   * minimises the gradient penalty.
   */
  WASSERSTEIN_GP(Nonlinearity.IDENTITY) {
    @Override
    public Loss real(INDArray score) {
      return mean(score, s -> -s, s -> -1);
    }

    @Override
    public Loss fake(INDArray score) {
      return mean(score, s -> s, s -> 1);
    }
  };

  /** Added to probabilities before the logarithm, as in the InfoGAN-CR code. */
  private static final double EPSILON = 1e-8;

  private final Nonlinearity output;

  AdversarialLoss(Nonlinearity output) {
    this.output = output;
  }

  /** The element-wise function at the end of D's head. */
  public Nonlinearity output() {
    return output;
  }

  /** D's, on real images. */
  public abstract Loss real(INDArray head);

  /** D's, on generated images. */
  public abstract Loss fake(INDArray head);

  /** G's, on generated images. */
  public Loss generated(INDArray score) {
    return mean(score, s -> -s, s -> -1);
  }

  private static Loss mean(
      INDArray scores, DoubleUnaryOperator loss, DoubleUnaryOperator derivative) {
    double[] values = scores.dup('c').data().asDouble();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += loss.applyAsDouble(values[i]);
      values[i] = derivative.applyAsDouble(values[i]) / values.length;
    }
    return new Loss(sum / values.length, Losses.like(scores, values));
  }

  /** The name in Params and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names. */
  public static List<String> ids() {
    return Stream.of(values()).map(AdversarialLoss::id).toList();
  }

  /**
   * @throws IllegalArgumentException if nothing has this name
   */
  public static AdversarialLoss of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
