package org.disentangle.net.architecture;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.layer.Nonlinearity;

/** Writes an architecture table line by line. */
final class Layers {

  private final List<LayerSpec> lines = new ArrayList<>();

  Layers dense(String name, int outputs, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Dense(name, outputs, false, nonlinearity));
    return this;
  }

  Layers spectralDense(String name, int outputs, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Dense(name, outputs, true, nonlinearity));
    return this;
  }

  /** Stride 2. */
  Layers convolution(String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 2, false, nonlinearity));
    return this;
  }

  /** Stride 2. */
  Layers spectralConvolution(String name, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(new LayerSpec.Convolution(name, filters, kernel, 2, true, nonlinearity));
    return this;
  }

  /** Stride 2: the output's side is twice {@code inputSide}. */
  Layers up(String name, int inputSide, int filters, int kernel, Nonlinearity nonlinearity) {
    lines.add(
        new LayerSpec.TransposedConvolution(name, inputSide, filters, kernel, 2, nonlinearity));
    return this;
  }

  /** Of so many labels, added to the maps of the layer above. */
  Layers labelTable(int classes) {
    String above = lines.get(lines.size() - 1).name();
    lines.add(new LayerSpec.LabelTable(above + "_labels", classes, IDENTITY));
    return this;
  }

  /** Batch normalisation of the layer above. */
  Layers batchNorm() {
    return batchNorm(IDENTITY);
  }

  /** Batch normalisation of the layer above, then an element-wise function. */
  Layers batchNorm(Nonlinearity nonlinearity) {
    String above = lines.get(lines.size() - 1).name();
    lines.add(new LayerSpec.BatchNorm(above + "_bn", nonlinearity));
    return this;
  }

  List<LayerSpec> list() {
    return lines;
  }
}
