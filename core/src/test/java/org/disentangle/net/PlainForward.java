// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Architecture.Node;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec.BatchNorm;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.layer.Nonlinearity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network gives in training, by plain loops over numbers in double precision, straight from
 * the definitions of its layers: nothing of the engine takes part but the stored parameters.
 */
public final class PlainForward {

  private final Architecture architecture;
  private final Map<String, INDArray> parameters;

  /** Of parameters as a state has them. */
  public PlainForward(Architecture architecture, NetworkState state) {
    this(loaded(architecture, state));
  }

  /** Of the parameters that a network has now. */
  public PlainForward(Network network) {
    architecture = network.architecture();
    parameters = network.graph().paramTable();
  }

  private static Network loaded(Architecture architecture, NetworkState state) {
    Network network = new Network(architecture, AdamSettings.adversarial(1), DataType.DOUBLE, 0);
    network.load(state);
    return network;
  }

  /** The output of a head: [row][value]. */
  public double[][] of(String head, double[][] input) {
    List<Node> nodes = new ArrayList<>(architecture.trunkNodes());
    nodes.addAll(architecture.headNodes(head));
    double[][] values = input;
    for (Node node : nodes) {
      values = layer(node, values);
    }
    return values;
  }

  private double[] parameter(Node node, String key) {
    INDArray found = parameters.get(node.spec().name() + "_" + key);
    return found == null ? null : found.dup('c').data().asDouble();
  }

  private double[][] layer(Node node, double[][] x) {
    if (node.spec() instanceof Dense spec) {
      double[] w = weight(node, spec.outputs());
      double[] b = parameter(node, "b");
      return rows(x, row -> dense(row, w, b), spec.nonlinearity());
    }
    if (node.spec() instanceof Convolution spec) {
      double[] w = weight(node, spec.filters());
      double[] b = parameter(node, "b");
      return rows(
          x,
          row -> convolve(row, node.arranged(), node.output(), w, b, spec.kernel(), spec.stride()),
          spec.nonlinearity());
    }
    if (node.spec() instanceof TransposedConvolution spec) {
      double[] w = parameter(node, "W");
      double[] b = parameter(node, "b");
      return rows(
          x,
          row -> transpose(row, node.arranged(), node.output(), w, b, spec.kernel(), spec.stride()),
          spec.nonlinearity());
    }
    BatchNorm spec = (BatchNorm) node.spec();
    return normalise(
        x, node.arranged(), parameter(node, "gamma"), parameter(node, "beta"), spec.nonlinearity());
  }

  private interface RowFunction {
    double[] of(double[] row);
  }

  private static double[][] rows(double[][] x, RowFunction function, Nonlinearity nonlinearity) {
    return Arrays.stream(x)
        .map(row -> Arrays.stream(function.of(row)).map(z -> activate(z, nonlinearity)).toArray())
        .toArray(double[][]::new);
  }

  private static double activate(double z, Nonlinearity nonlinearity) {
    return switch (nonlinearity) {
      case IDENTITY -> z;
      case RELU -> Math.max(0, z);
      case LEAKY_RELU -> z > 0 ? z : 0.2 * z;
      case LEAKY_RELU_10 -> z > 0 ? z : 0.1 * z;
      case SIGMOID -> 1 / (1 + Math.exp(-z));
      case TANH -> Math.tanh(z);
    };
  }

  /** Divided by its largest singular value, as one power iteration from u estimates it. */
  private double[] weight(Node node, int outputs) {
    double[] w = parameter(node, "W");
    double[] u = parameter(node, "u");
    if (u == null) {
      return w;
    }
    int inputs = w.length / outputs;
    double[] v = new double[inputs];
    for (int i = 0; i < w.length; i++) {
      v[i % inputs] += w[i] * u[i / inputs];
    }
    double length = Math.sqrt(Arrays.stream(v).map(a -> a * a).sum());
    double[] next = new double[outputs];
    for (int i = 0; i < w.length; i++) {
      next[i / inputs] += w[i] * v[i % inputs] / length;
    }
    double sigma = Math.sqrt(Arrays.stream(next).map(a -> a * a).sum());
    return Arrays.stream(w).map(a -> a / sigma).toArray();
  }

  private static double[] dense(double[] row, double[] w, double[] b) {
    double[] out = b.clone();
    for (int i = 0; i < w.length; i++) {
      out[i / row.length] += w[i] * row[i % row.length];
    }
    return out;
  }

  /** Zeros before the first row and column of an input of this many, with SAME padding. */
  private static int before(int small, int large, int kernel, int stride) {
    return Math.max(0, (small - 1) * stride + kernel - large) / 2;
  }

  private static double[] convolve(
      double[] x, Extent in, Extent out, double[] w, double[] b, int kernel, int stride) {
    double[] y = new double[out.size()];
    for (int f = 0; f < out.channels(); f++) {
      for (int i = 0; i < out.height() * out.width(); i++) {
        y[f * out.height() * out.width() + i] = b[f];
      }
    }
    connect(
        out,
        in,
        kernel,
        stride,
        (o, i, f, c, k) -> y[o] += x[i] * w[(f * in.channels() + c) * kernel * kernel + k]);
    return y;
  }

  private static double[] transpose(
      double[] x, Extent in, Extent out, double[] w, double[] b, int kernel, int stride) {
    double[] y = new double[out.size()];
    for (int f = 0; f < out.channels(); f++) {
      for (int i = 0; i < out.height() * out.width(); i++) {
        y[f * out.height() * out.width() + i] = b[f];
      }
    }
    connect(
        in,
        out,
        kernel,
        stride,
        (i, o, c, f, k) -> y[o] += x[i] * w[(c * out.channels() + f) * kernel * kernel + k]);
    return y;
  }

  private interface Connection {
    void between(int small, int large, int smallChannel, int largeChannel, int tap);
  }

  /** All places of the smaller maps, and what a kernel centred there sees of the larger. */
  private static void connect(
      Extent small, Extent large, int kernel, int stride, Connection connection) {
    int top = before(small.height(), large.height(), kernel, stride);
    int left = before(small.width(), large.width(), kernel, stride);
    for (int s = 0; s < small.size(); s++) {
      int channel = s / (small.height() * small.width());
      int row = s / small.width() % small.height();
      int column = s % small.width();
      for (int other = 0; other < large.channels(); other++) {
        for (int k = 0; k < kernel * kernel; k++) {
          int r = row * stride - top + k / kernel;
          int c = column * stride - left + k % kernel;
          if (r >= 0 && r < large.height() && c >= 0 && c < large.width()) {
            connection.between(
                s, (other * large.height() + r) * large.width() + c, channel, other, k);
          }
        }
      }
    }
  }

  private static double[][] normalise(
      double[][] x, Extent extent, double[] gamma, double[] beta, Nonlinearity nonlinearity) {
    int area = extent.isVector() ? 1 : extent.height() * extent.width();
    double[][] y = new double[x.length][x[0].length];
    for (int channel = 0; channel < extent.channels(); channel++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : x) {
        for (int i = channel * area; i < (channel + 1) * area; i++) {
          sum += row[i];
        }
      }
      double mean = sum / (x.length * area);
      for (double[] row : x) {
        for (int i = channel * area; i < (channel + 1) * area; i++) {
          squares += (row[i] - mean) * (row[i] - mean);
        }
      }
      double deviation = Math.sqrt(squares / (x.length * area) + 1e-5);
      for (int r = 0; r < x.length; r++) {
        for (int i = channel * area; i < (channel + 1) * area; i++) {
          y[r][i] =
              activate(gamma[channel] * (x[r][i] - mean) / deviation + beta[channel], nonlinearity);
        }
      }
    }
    return y;
  }
}
