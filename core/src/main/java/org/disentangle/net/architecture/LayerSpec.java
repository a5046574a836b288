// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import org.disentangle.net.layer.FusedBatchNorm;
import org.disentangle.net.layer.FusedConvolution;
import org.disentangle.net.layer.FusedDense;
import org.disentangle.net.layer.FusedLabelTable;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.layer.FusedTransposedConvolution;
import org.disentangle.net.layer.Nonlinearity;

/** One line of an architecture table. Input sizes follow from the line above. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
  @JsonSubTypes.Type(
      value = LayerSpec.TransposedConvolution.class,
      name = "transposed-convolution"),
  @JsonSubTypes.Type(value = LayerSpec.BatchNorm.class, name = "batch-norm"),
  @JsonSubTypes.Type(value = OoganLayerSpec.AveragePool.class, name = "average-pool"),
  @JsonSubTypes.Type(value = OoganLayerSpec.Upsample.class, name = "upsample"),
  @JsonSubTypes.Type(value = OoganLayerSpec.GroupedConvolution.class, name = "grouped-convolution"),
  @JsonSubTypes.Type(value = OoganLayerSpec.CompeteFree.class, name = "compete-free"),
  @JsonSubTypes.Type(value = OoganLayerSpec.CompeteFreeMaps.class, name = "compete-free-maps"),
  @JsonSubTypes.Type(
      value = OoganLayerSpec.SpectralGroupedConvolution.class,
      name = "spectral-grouped-convolution"),
  @JsonSubTypes.Type(value = LayerSpec.LabelTable.class, name = "label-table")
})
public sealed interface LayerSpec extends Serializable
    permits LayerSpec.Dense,
        LayerSpec.Convolution,
        LayerSpec.TransposedConvolution,
        LayerSpec.BatchNorm,
        LayerSpec.LabelTable,
        OoganLayerSpec {

  String name();

  /**
   * What the layer expects of an input of this size: vectors are cut into maps and maps are
   * flattened as needed.
   */
  Extent arrange(Extent input);

  /** Size of the output for an arranged input. */
  Extent output(Extent input);

  /** The layer for an arranged input. */
  FusedLayer configure(Extent input);

  /** The same layer with another element-wise function. */
  LayerSpec with(Nonlinearity other);

  /** Fully connected. */
  record Dense(String name, int outputs, boolean spectral, Nonlinearity nonlinearity)
      implements LayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return Extent.vector(input.size());
    }

    @Override
    public Extent output(Extent input) {
      return Extent.vector(outputs);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedDense(name, input.size(), outputs, spectral, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new Dense(name, outputs, spectral, other);
    }
  }

  /** Convolution with SAME padding. */
  record Convolution(
      String name, int filters, int kernel, int stride, boolean spectral, Nonlinearity nonlinearity)
      implements LayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return input;
    }

    @Override
    public Extent output(Extent input) {
      return input.convolved(filters, stride);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedConvolution(
          name, input.channels(), filters, kernel, stride, spectral, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new Convolution(name, filters, kernel, stride, spectral, other);
    }
  }

  /**
   * Transposed convolution with SAME padding.
   *
   * @param inputSide height and width of its input; a vector before it is cut into maps of this
   *     side
   */
  record TransposedConvolution(
      String name, int inputSide, int filters, int kernel, int stride, Nonlinearity nonlinearity)
      implements LayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return new Extent(input.size() / (inputSide * inputSide), inputSide, inputSide);
    }

    @Override
    public Extent output(Extent input) {
      return new Extent(filters, inputSide * stride, inputSide * stride);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedTransposedConvolution(
          name, input.channels(), filters, kernel, stride, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new TransposedConvolution(name, inputSide, filters, kernel, stride, other);
    }
  }

  /** Batch normalisation, followed by an element-wise function. */
  record BatchNorm(String name, Nonlinearity nonlinearity) implements LayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return input;
    }

    @Override
    public Extent output(Extent input) {
      return input;
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedBatchNorm(name, input.channels(), nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new BatchNorm(name, other);
    }
  }

  /**
   * A look-up table that adds one learned value per label and channel to feature maps, followed by
   * an element-wise function. The labels come with the pass.
   *
   * @param classes labels are 0 to classes - 1
   */
  record LabelTable(String name, int classes, Nonlinearity nonlinearity) implements LayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return input;
    }

    @Override
    public Extent output(Extent input) {
      return input;
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedLabelTable(name, input.channels(), classes, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new LabelTable(name, classes, other);
    }
  }
}
