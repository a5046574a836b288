// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.Arrays;
import java.util.List;
import org.disentangle.net.Network;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Architecture.Node;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.layer.Nonlinearity;

/** The layers as their definitions say, in loops over doubles, in training. */
record PlainStyleNetwork(Network network) {

  private static final double EPSILON = 1e-5;

  /** Kernels are 5 x 5. */
  private static final int KERNEL_AREA = 25;

  /** A head's output for some images or codes, one a row. */
  double[][] head(String name, double[][] rows, int[] labels) {
    Architecture architecture = network.architecture();
    return run(architecture.headNodes(name), run(architecture.trunkNodes(), rows, labels), labels);
  }

  private double[][] run(List<Node> nodes, double[][] rows, int[] labels) {
    double[][] values = rows;
    for (Node node : nodes) {
      values = layer(node, values, labels);
    }
    return values;
  }

  private double[][] layer(Node node, double[][] rows, int[] labels) {
    LayerSpec spec = node.spec();
    if (spec instanceof LayerSpec.Dense dense) {
      double[] weight = parameter(spec, "W");
      double[] bias = parameter(spec, "b");
      return each(
          rows,
          (row, i) -> {
            double[] out = bias.clone();
            for (int o = 0; o < out.length; o++) {
              for (int j = 0; j < row.length; j++) {
                out[o] += weight[o * row.length + j] * row[j];
              }
              out[o] = of(dense.nonlinearity(), out[o]);
            }
            return out;
          });
    }
    if (spec instanceof LayerSpec.Convolution convolution) {
      double[] weight = parameter(spec, "W");
      return mapped(
          rows,
          parameter(spec, "b"),
          node.output(),
          convolution.nonlinearity(),
          (from, to) ->
              slide(
                  node.arranged(),
                  node.output(),
                  convolution.kernel(),
                  (large, small, in, out, at) ->
                      to[small] +=
                          weight[(out * node.arranged().channels() + in) * KERNEL_AREA + at]
                              * from[large]));
    }
    if (spec instanceof LayerSpec.TransposedConvolution up) {
      double[] weight = parameter(spec, "W");
      return mapped(
          rows,
          parameter(spec, "b"),
          node.output(),
          up.nonlinearity(),
          (from, to) ->
              slide(
                  node.output(),
                  node.arranged(),
                  up.kernel(),
                  (large, small, in, out, at) ->
                      to[large] +=
                          weight[(out * node.output().channels() + in) * KERNEL_AREA + at]
                              * from[small]));
    }
    int area = rows[0].length / node.output().channels();
    if (spec instanceof LayerSpec.LabelTable table) {
      double[] weight = parameter(spec, "W");
      int channels = node.output().channels();
      return each(
          rows,
          (row, i) -> {
            double[] out = new double[row.length];
            Arrays.setAll(
                out,
                j -> of(table.nonlinearity(), row[j] + weight[labels[i] * channels + j / area]));
            return out;
          });
    }
    return normalised((LayerSpec.BatchNorm) spec, rows, area);
  }

  private interface RowFunction {
    double[] of(double[] row, int index);
  }

  private static double[][] each(double[][] rows, RowFunction function) {
    double[][] results = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      results[i] = function.of(rows[i], i);
    }
    return results;
  }

  private interface LinearMap {
    void add(double[] from, double[] to);
  }

  private static double[][] mapped(
      double[][] rows, double[] bias, Extent output, Nonlinearity nonlinearity, LinearMap map) {
    int area = output.height() * output.width();
    return each(
        rows,
        (row, i) -> {
          double[] out = new double[output.size()];
          Arrays.setAll(out, j -> bias[j / area]);
          map.add(row, out);
          return Arrays.stream(out).map(value -> of(nonlinearity, value)).toArray();
        });
  }

  private interface Product {
    void add(int large, int small, int in, int out, int at);
  }

  /** All products of a stride 2 convolution with SAME padding of large maps to small ones. */
  private static void slide(Extent large, Extent small, int kernel, Product product) {
    int padding = Math.max(0, (small.height() - 1) * 2 + kernel - large.height()) / 2;
    for (int out = 0; out < small.channels(); out++) {
      for (int in = 0; in < large.channels(); in++) {
        for (int place = 0; place < small.height() * small.width(); place++) {
          for (int at = 0; at < kernel * kernel; at++) {
            int y = place / small.width() * 2 + at / kernel - padding;
            int x = place % small.width() * 2 + at % kernel - padding;
            if (y >= 0 && y < large.height() && x >= 0 && x < large.width()) {
              product.add(
                  (in * large.height() + y) * large.width() + x,
                  out * small.height() * small.width() + place,
                  in,
                  out,
                  at);
            }
          }
        }
      }
    }
  }

  private double[][] normalised(LayerSpec.BatchNorm spec, double[][] rows, int area) {
    double[] gamma = parameter(spec, "gamma");
    double[] beta = parameter(spec, "beta");
    double[][] results = each(rows, (row, i) -> new double[row.length]);
    for (int channel = 0; channel < gamma.length; channel++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        for (int j = channel * area; j < (channel + 1) * area; j++) {
          sum += row[j];
          squares += row[j] * row[j];
        }
      }
      double mean = sum / (rows.length * area);
      double variance = squares / (rows.length * area) - mean * mean;
      for (int i = 0; i < rows.length; i++) {
        for (int j = channel * area; j < (channel + 1) * area; j++) {
          double standard = (rows[i][j] - mean) / Math.sqrt(variance + EPSILON);
          results[i][j] = of(spec.nonlinearity(), gamma[channel] * standard + beta[channel]);
        }
      }
    }
    return results;
  }

  private double[] parameter(LayerSpec spec, String key) {
    return network.graph().getParam(spec.name() + "_" + key).dup('c').data().asDouble();
  }

  private static double of(Nonlinearity nonlinearity, double value) {
    return switch (nonlinearity) {
      case SIGMOID -> 1 / (1 + Math.exp(-value));
      case RELU -> Math.max(0, value);
      case LEAKY_RELU -> value < 0 ? 0.2 * value : value;
      case IDENTITY -> value;
      default -> throw new IllegalArgumentException(nonlinearity.name());
    };
  }
}
