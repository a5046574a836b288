// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;

/** Layers of feature maps as loops over plain arrays, [channel][row][column] flattened. */
public final class PlainMaps {

  private PlainMaps() {}

  /** A dense layer is a convolution of maps of one pixel. */
  public static double[] convolve(
      Architecture.Node node,
      double[] x,
      double[] w,
      double[] b,
      int kernel,
      int stride,
      int groups) {
    Extent in = node.arranged();
    Extent out = node.output();
    int height = Math.max(1, in.height());
    int width = Math.max(1, in.width());
    int outHeight = Math.max(1, out.height());
    int outWidth = Math.max(1, out.width());
    int top = Math.max(0, (outHeight - 1) * stride + kernel - height) / 2;
    int left = Math.max(0, (outWidth - 1) * stride + kernel - width) / 2;
    int own = in.channels() / groups;
    double[] y = new double[out.size()];
    for (int at = 0; at < y.length; at++) {
      int filter = at / (outHeight * outWidth);
      int first = filter / (out.channels() / groups) * own;
      int topRow = at / outWidth % outHeight * stride - top;
      int leftColumn = at % outWidth * stride - left;
      int from = Math.max(0, -leftColumn);
      int to = Math.min(kernel, width - leftColumn);
      double sum = b[filter];
      for (int channel = 0; channel < own; channel++) {
        for (int i = Math.max(0, -topRow); i < Math.min(kernel, height - topRow); i++) {
          int tap = ((filter * own + channel) * kernel + i) * kernel;
          int pixel = ((first + channel) * height + topRow + i) * width + leftColumn;
          for (int j = from; j < to; j++) {
            sum += w[tap + j] * x[pixel + j];
          }
        }
      }
      y[at] = sum;
    }
    return y;
  }

  /** A transposed convolution of one pixel: every value times its kernel. */
  public static double[] spread(Architecture.Node node, double[] x, double[] w, double[] b) {
    double[] y = new double[node.output().size()];
    for (int at = 0; at < y.length; at++) {
      y[at] = b[at / (y.length / b.length)];
      for (int i = 0; i < x.length; i++) {
        y[at] += x[i] * w[i * y.length + at];
      }
    }
    return y;
  }

  public static double[] pool(Architecture.Node node, double[] x) {
    int width = node.output().width();
    double[] y = new double[node.output().size()];
    for (int at = 0; at < y.length; at++) {
      int corner = at / width * 4 * width + at % width * 2;
      y[at] = (x[corner] + x[corner + 1] + x[corner + 2 * width] + x[corner + 2 * width + 1]) / 4;
    }
    return y;
  }

  public static double[] upsample(Architecture.Node node, double[] x) {
    int side = node.arranged().width();
    double[] y = new double[node.output().size()];
    for (int at = 0; at < y.length; at++) {
      int map = at / (4 * side * side) * side * side;
      int row = at / (2 * side) % (2 * side);
      int column = at % (2 * side);
      for (int i = 0; i < 4; i++) {
        int nearRow = i / 2 == 0 ? row / 2 : row / 2 + (row % 2 == 0 ? -1 : 1);
        int nearColumn = i % 2 == 0 ? column / 2 : column / 2 + (column % 2 == 0 ? -1 : 1);
        double weight = (i / 2 == 0 ? 0.75 : 0.25) * (i % 2 == 0 ? 0.75 : 0.25);
        y[at] += weight * x[map + clamp(nearRow, side) * side + clamp(nearColumn, side)];
      }
    }
    return y;
  }

  private static int clamp(int at, int side) {
    return Math.max(0, Math.min(side - 1, at));
  }
}
