// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.List;
import org.disentangle.net.Network;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.procedure.Losses.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * OOGAN's orthogonal regularisation (Liu et al. 2020): the mean of the squared cosines between the
 * kernels of two different filters of a layer, 0 where all are orthogonal and 1 where all are
 * parallel; summed over layers. The authors' code counts the cosine of a kernel with itself, which
 * is a constant, and minimises this in its own optimiser steps; here it is a term of Q's loss.
 *
 * @param layers names of the layers in the network
 */
public record Orthogonality(List<String> layers) {

  private static final String WEIGHT = "W";

  /**
   * Adds the weighted gradient to those of the network.
   *
   * @return the loss before weighting
   */
  public double accumulate(Network network, double weight) {
    double sum = 0;
    for (String name : layers) {
      FusedRuntime<?> layer = (FusedRuntime<?>) network.graph().getLayer(name);
      Loss loss = of(layer.effectiveWeight());
      layer.gradientView(WEIGHT).addi(loss.gradient().muli(weight));
      sum += loss.value();
    }
    return sum;
  }

  /**
   * Of one layer.
   *
   * @param weight filters first
   */
  public static Loss of(INDArray weight) {
    int filters = (int) weight.size(0);
    int length = (int) (weight.length() / filters);
    double[] units = weight.dup('c').data().asDouble();
    double[] norms = new double[filters];
    for (int i = 0; i < filters; i++) {
      norms[i] = Math.sqrt(product(units, i, units, i, length));
      for (int at = i * length; at < (i + 1) * length; at++) {
        units[at] /= norms[i];
      }
    }
    double pairs = Math.max(1, filters * (filters - 1));
    double[] gradient = new double[units.length];
    double sum = 0;
    for (int i = 0; i < filters; i++) {
      for (int j = 0; j < filters; j++) {
        if (j != i) {
          double cosine = product(units, i, units, j, length);
          sum += cosine * cosine;
          for (int at = 0; at < length; at++) {
            double across = units[j * length + at] - cosine * units[i * length + at];
            gradient[i * length + at] += 4 * cosine * across / (pairs * norms[i]);
          }
        }
      }
    }
    return new Loss(sum / pairs, Losses.like(weight, gradient));
  }

  private static double product(double[] a, int i, double[] b, int j, int length) {
    double sum = 0;
    for (int at = 0; at < length; at++) {
      sum += a[i * length + at] * b[j * length + at];
    }
    return sum;
  }
}
