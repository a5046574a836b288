// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the kernels of OOGAN's Q have in common, the second column of the paper's ablation. */
public final class CodeKernels {

  private static final String WEIGHT = "W";

  private CodeKernels() {}

  /**
   * The mean absolute cosine of two kernels of Q's first convolution. There is one for each code,
   * or two, and each of them reads all maps that Q shares with D, with groups and without.
   *
   * @param networks of a trained model
   * @param q state of its Q
   * @return 0 where all kernels are orthogonal, 1 where all are parallel; NaN for a single one
   */
  public static double meanCosine(OoganNetworks networks, NetworkState q) {
    try (Network network = Network.forInference(networks.codes())) {
      network.load(q);
      String first = networks.codes().trunk().get(0).name();
      return meanCosine(network.graph().getLayer(first).getParam(WEIGHT));
    }
  }

  /**
   * @param weight kernels first
   */
  static double meanCosine(INDArray weight) {
    int kernels = (int) weight.size(0);
    double[] values = weight.dup('c').data().asDouble();
    int length = values.length / kernels;
    double sum = 0;
    for (int i = 0; i < kernels; i++) {
      for (int j = 0; j < i; j++) {
        double product = product(values, i, j, length);
        sum +=
            Math.abs(product)
                / Math.sqrt(product(values, i, i, length) * product(values, j, j, length));
      }
    }
    return 2 * sum / (kernels * (kernels - 1.0));
  }

  private static double product(double[] values, int i, int j, int length) {
    double sum = 0;
    for (int at = 0; at < length; at++) {
      sum += values[i * length + at] * values[j * length + at];
    }
    return sum;
  }
}
