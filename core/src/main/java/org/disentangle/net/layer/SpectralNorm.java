// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Spectral normalisation with one power iteration (Miyato et al. 2018, algorithm 1). With the
 * weight as a matrix M of one row per output: v = norm(M'u), u' = norm(Mv), sigma = u' M v, and the
 * weight used is W / sigma.
 *
 * <p>u' and v are constants in the gradient, as in the reference implementations of the method; the
 * InfoGAN-CR code lets the gradient through its single power iteration, which would be the same
 * thing if u had converged. It does not where weights move: after 800 steps of a small D sigma was
 * 5, 17 and 8% too small in its three convolutions, and their norms as much above 1. The method
 * lives with that; converging u by hand did not make codes better.
 *
 * <p>The length of u does not matter, nor does its sign: both iterations divide it out. Everything
 * is added up in double precision, on the heap: the matrices are small, and ND4J's calls would take
 * longer than the arithmetic.
 */
final class SpectralNorm {

  private static final double EPSILON = 1e-12;

  /** Sums of a product that go on side by side, so that no addition waits for the one before. */
  private static final int LANES = 8;

  /** Room for the largest matrix so far: making and clearing it took as long as the arithmetic. */
  private static final ThreadLocal<double[]> MATRIX = ThreadLocal.withInitial(() -> new double[0]);

  private final INDArray normalisedWeight;
  private final double[] next;
  private final double[] right;
  private final double sigma;

  private SpectralNorm(INDArray normalisedWeight, double[] next, double[] right, double sigma) {
    this.normalisedWeight = normalisedWeight;
    this.next = next;
    this.right = right;
    this.sigma = sigma;
  }

  /**
   * @param into receives the normalised weight
   */
  static SpectralNorm of(INDArray weight, INDArray u, INDArray into) {
    double[] matrix = matrix(weight);
    double[] left = HostValues.read(u);
    int columns = (int) weight.length() / left.length;
    double[] right = new double[columns];
    for (int row = 0; row < left.length; row++) {
      addRow(left[row], matrix, row * columns, right);
    }
    makeUnit(right);
    double[] next = new double[left.length];
    for (int row = 0; row < left.length; row++) {
      next[row] = dot(matrix, row * columns, right);
    }
    double[] product = next.clone();
    makeUnit(next);
    double sigma = dot(product, 0, next);
    HostValues.writeQuotients(matrix, sigma, into);
    return new SpectralNorm(into, next, right, sigma);
  }

  /** W / sigma, in the shape of W. */
  INDArray normalisedWeight() {
    return normalisedWeight;
  }

  /** u', to be stored once per iteration, in the type of W. */
  INDArray nextVector() {
    return Nd4j.createFromArray(next).castTo(normalisedWeight.dataType());
  }

  /** The estimate of the largest singular value. */
  double sigma() {
    return sigma;
  }

  /**
   * Turns, in place, the gradient g with respect to W / sigma into the gradient with respect to W:
   * (g - sum(g * W / sigma) u' v') / sigma.
   */
  void completeGradient(INDArray gradient) {
    double[] values = matrix(gradient);
    double along = dot(values, 0, HostValues.read(normalisedWeight));
    for (int row = 0; row < next.length; row++) {
      addRow(values, row * right.length, -along * next[row], right);
    }
    HostValues.writeQuotients(values, sigma, gradient);
  }

  /** The elements, in an array of this thread that may be longer. */
  private static double[] matrix(INDArray elements) {
    double[] matrix = MATRIX.get();
    if (matrix.length < elements.length()) {
      matrix = new double[(int) elements.length()];
      MATRIX.set(matrix);
    }
    HostValues.read(elements, matrix);
    return matrix;
  }

  private static void makeUnit(double[] vector) {
    double length = Math.sqrt(dot(vector, 0, vector)) + EPSILON;
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  /** Adds a multiple of a row of a matrix to a vector. */
  private static void addRow(double factor, double[] matrix, int from, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] += factor * matrix[from + i];
    }
  }

  /** Adds a multiple of a vector to a row of a matrix. */
  private static void addRow(double[] matrix, int from, double factor, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      matrix[from + i] += factor * vector[i];
    }
  }

  /** Product of a vector with as many elements of a matrix, from a given one on. */
  private static double dot(double[] matrix, int from, double[] vector) {
    double[] sums = new double[LANES];
    int whole = vector.length - vector.length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] += matrix[from + i + lane] * vector[i + lane];
      }
    }
    double rest = 0;
    for (int i = whole; i < vector.length; i++) {
      rest += matrix[from + i] * vector[i];
    }
    return Arrays.stream(sums).sum() + rest;
  }
}
