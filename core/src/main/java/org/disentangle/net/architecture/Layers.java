// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.layer.Nonlinearity;

/** Writes an architecture table line by line. */
public final class Layers {

  private final List<LayerSpec> lines = new ArrayList<>();

  public Layers dense(String name, int outputs, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Dense(name, outputs, false, nonlinearity));
    return this;
  }

  public Layers spectralDense(String name, int outputs, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Dense(name, outputs, true, nonlinearity));
    return this;
  }

  /** Stride 2. */
  public Layers convolution(String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 2, false, nonlinearity));
    return this;
  }

  /** Stride 2. */
  public Layers spectralConvolution(
      String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 2, true, nonlinearity));
    return this;
  }

  /** Stride 2: the output's side is twice {@code inputSide}. */
  public Layers up(String name, int inputSide, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(
        new LayerSpec.TransposedConvolution(name, inputSide, filters, kernel, 2, nonlinearity));
    return this;
  }

  /** Transposed, stride 1: the output's side is {@code side} as the input's. */
  public Layers unitStrideUp(
      String name, int side, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.TransposedConvolution(name, side, filters, kernel, 1, nonlinearity));
    return this;
  }

  /** Of this number of labels, added to the maps of the layer above. */
  public Layers labelTable(int classes) {
    String above = lines.get(lines.size() - 1).name();
    lines.add(new LayerSpec.LabelTable(above + "_labels", classes, IDENTITY));
    return this;
  }

  /** Batch normalisation of the layer above. */
  public Layers batchNorm() {
    return batchNorm(IDENTITY);
  }

  /** Batch normalisation of the layer above, then an element-wise function. */
  public Layers batchNorm(Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.BatchNorm(above() + "_bn", nonlinearity));
    return this;
  }

  /** Convolution of stride 1: the output is as large as the input. */
  public Layers unitStride(String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 1, false, nonlinearity));
    return this;
  }

  /** Convolution of stride 1: the output is as large as the input. */
  public Layers spectralUnitStride(
      String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 1, true, nonlinearity));
    return this;
  }

  /** Transposed convolution of a vector, or of maps of one pixel, to maps of this side. */
  public Layers spread(String name, int filters, int side) {
    lines.add(new LayerSpec.TransposedConvolution(name, 1, filters, side, side, IDENTITY));
    return this;
  }

  public Layers competeFree(String name, int numCodes, int filters, int hidden) {
    lines.add(new OoganLayerSpec.CompeteFree(name, numCodes, filters, hidden, IDENTITY));
    return this;
  }

  public Layers grouped(
      String name, int groups, int filters, int kernel, int stride, Nonlinearity nonlinearity) {
    lines.add(
        new OoganLayerSpec.GroupedConvolution(name, groups, filters, kernel, stride, nonlinearity));
    return this;
  }

  /** Means over 2 x 2 of the layer above. */
  public Layers averagePool() {
    lines.add(new OoganLayerSpec.AveragePool(above() + "_pool", IDENTITY));
    return this;
  }

  /** Bilinear, twice as large as the layer above. */
  public Layers upsample() {
    lines.add(new OoganLayerSpec.Upsample(above() + "_up", true, IDENTITY));
    return this;
  }

  private String above() {
    return lines.get(lines.size() - 1).name();
  }

  public List<LayerSpec> list() {
    return lines;
  }

  /** Whether the last line's element-wise function is this. */
  public boolean endsWith(Nonlinearity nonlinearity) {
    LayerSpec last = lines.get(lines.size() - 1);
    return last.equals(last.with(nonlinearity));
  }
}
