// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disentangle.net.Network;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.OoganLayerSpec;
import org.disentangle.net.layer.Nonlinearity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of OOGAN's layers as loops over its parameters, with the statistics of the batch. */
public record PlainNetwork(Network network) {

  /** Output of a head for images or vectors, [row][value]. */
  public double[][] run(String head, double[][] input) {
    Architecture architecture = network.architecture();
    List<Architecture.Node> nodes = new ArrayList<>(architecture.trunkNodes());
    nodes.addAll(architecture.headNodes(head));
    double[][] values = input;
    for (Architecture.Node node : nodes) {
      values = layer(node, values);
    }
    return values;
  }

  private boolean has(LayerSpec spec, String key) {
    return network.graph().getLayer(spec.name()).getParam(key) != null;
  }

  private double[] parameter(LayerSpec spec, String key) {
    INDArray values = network.graph().getLayer(spec.name()).getParam(key);
    return values.dup('c').data().asDouble();
  }

  private double[][] layer(Architecture.Node node, double[][] x) {
    LayerSpec spec = node.spec();
    if (spec instanceof LayerSpec.BatchNorm) {
      return batchNorm(node, x);
    }
    double[][] y = new double[x.length][];
    double[] w = has(spec, "W") ? weight(spec) : null;
    double[] b = has(spec, "b") ? parameter(spec, "b") : null;
    Nonlinearity f = nonlinearity(node);
    for (int row = 0; row < x.length; row++) {
      if (spec instanceof LayerSpec.Dense) {
        y[row] = PlainMaps.convolve(node, x[row], w, b, 1, 1, 1);
      } else if (spec instanceof LayerSpec.Convolution c) {
        y[row] = PlainMaps.convolve(node, x[row], w, b, c.kernel(), c.stride(), 1);
      } else if (spec instanceof OoganLayerSpec.GroupedConvolution c) {
        y[row] = PlainMaps.convolve(node, x[row], w, b, c.kernel(), c.stride(), c.groups());
      } else if (spec instanceof OoganLayerSpec.SpectralGroupedConvolution c) {
        y[row] = PlainMaps.convolve(node, x[row], w, b, c.kernel(), c.stride(), c.groups());
      } else if (spec instanceof LayerSpec.TransposedConvolution) {
        y[row] = PlainMaps.spread(node, x[row], w, b);
      } else if (spec instanceof OoganLayerSpec.AveragePool) {
        y[row] = PlainMaps.pool(node, x[row]);
      } else if (spec instanceof OoganLayerSpec.Upsample) {
        y[row] = PlainMaps.upsample(node, x[row]);
      } else {
        y[row] = competeFree(node, x[row]);
      }
      for (int i = 0; i < y[row].length; i++) {
        y[row][i] = activate(f, y[row][i]);
      }
    }
    return y;
  }

  private static Nonlinearity nonlinearity(Architecture.Node node) {
    return node.spec().configure(node.arranged()).nonlinearity();
  }

  private static double activate(Nonlinearity f, double z) {
    return switch (f) {
      case IDENTITY -> z;
      case LEAKY_RELU_10 -> z > 0 ? z : 0.1 * z;
      case SIGMOID -> 1 / (1 + Math.exp(-z));
      default -> throw new IllegalArgumentException(f.name());
    };
  }

  /** The weight, divided by the singular value that one power iteration finds. */
  private double[] weight(LayerSpec spec) {
    double[] w = parameter(spec, "W");
    if (has(spec, "u")) {
      double[] u = parameter(spec, "u");
      int columns = w.length / u.length;
      double[] v = new double[columns];
      for (int i = 0; i < w.length; i++) {
        v[i % columns] += w[i] * u[i / columns];
      }
      double length = norm(v);
      double[] next = new double[u.length];
      for (int i = 0; i < w.length; i++) {
        next[i / columns] += w[i] * v[i % columns] / length;
      }
      double sigma = norm(next);
      for (int i = 0; i < w.length; i++) {
        w[i] /= sigma;
      }
    }
    return w;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private double[] competeFree(Architecture.Node node, double[] x) {
    OoganLayerSpec.CompeteFree spec = (OoganLayerSpec.CompeteFree) node.spec();
    double[] c = Arrays.copyOf(x, spec.numCodes());
    double[] z = Arrays.copyOfRange(x, spec.numCodes(), x.length);
    double[] hidden = affine(parameter(spec, "hidden"), c, parameter(spec, "hiddenBias"));
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    double[] mask = affine(parameter(spec, "mask"), hidden, parameter(spec, "maskBias"));
    double[] y = affine(parameter(spec, "codes"), c, parameter(spec, "constant"));
    double[] noise = affine(parameter(spec, "noise"), z, new double[y.length]);
    for (int at = 0; at < y.length; at++) {
      y[at] += spec.filters() * mask[at / 16] * noise[at];
    }
    return y;
  }

  private static double[] affine(double[] w, double[] x, double[] b) {
    double[] y = b.clone();
    for (int i = 0; i < w.length; i++) {
      y[i / x.length] += w[i] * x[i % x.length];
    }
    return y;
  }

  private double[][] batchNorm(Architecture.Node node, double[][] x) {
    double[] gamma = parameter(node.spec(), "gamma");
    double[] beta = parameter(node.spec(), "beta");
    int pixels = x[0].length / gamma.length;
    int count = pixels * x.length;
    Nonlinearity f = nonlinearity(node);
    double[][] y = new double[x.length][x[0].length];
    for (int channel = 0; channel < gamma.length; channel++) {
      double mean = 0;
      double square = 0;
      for (double[] row : x) {
        for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
          mean += row[i] / count;
          square += row[i] * row[i] / count;
        }
      }
      double deviation = Math.sqrt(square - mean * mean + 1e-5);
      for (int row = 0; row < x.length; row++) {
        for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
          y[row][i] = activate(f, gamma[channel] * (x[row][i] - mean) / deviation + beta[channel]);
        }
      }
    }
    return y;
  }
}
