// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.architecture;

import org.disentangle.net.layer.FusedAveragePool;
import org.disentangle.net.layer.FusedCompeteFree;
import org.disentangle.net.layer.FusedGroupedConvolution;
import org.disentangle.net.layer.FusedLayer;
import org.disentangle.net.layer.FusedUpsample;
import org.disentangle.net.layer.Nonlinearity;

/** The lines that OOGAN's tables (Liu et al. 2020) have beyond those of the other systems. */
public sealed interface OoganLayerSpec extends LayerSpec {

  /** Means over squares of 2 x 2, followed by an element-wise function. */
  record AveragePool(String name, Nonlinearity nonlinearity) implements OoganLayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return input;
    }

    @Override
    public Extent output(Extent input) {
      return new Extent(
          input.channels(),
          input.height() / FusedAveragePool.SIDE,
          input.width() / FusedAveragePool.SIDE);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedAveragePool(name, input.channels(), nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new AveragePool(name, other);
    }
  }

  /**
   * Twice the height and width, followed by an element-wise function.
   *
   * @param bilinear whether values are interpolated rather than repeated
   */
  record Upsample(String name, boolean bilinear, Nonlinearity nonlinearity)
      implements OoganLayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return input;
    }

    @Override
    public Extent output(Extent input) {
      return new Extent(
          input.channels(),
          FusedUpsample.FACTOR * input.height(),
          FusedUpsample.FACTOR * input.width());
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedUpsample(name, input.channels(), bilinear, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new Upsample(name, bilinear, other);
    }
  }

  /**
   * Convolution with SAME padding whose filters see only the input channels of their group.
   *
   * @param groups divides both the input channels and the filters
   */
  record GroupedConvolution(
      String name, int groups, int filters, int kernel, int stride, Nonlinearity nonlinearity)
      implements OoganLayerSpec {
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
      return new FusedGroupedConvolution(
          name, groups, input.channels(), filters, kernel, stride, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new GroupedConvolution(name, groups, filters, kernel, stride, other);
    }
  }

  /**
   * OOGAN's compete-free input, from a latent vector to maps of 4 x 4.
   *
   * @param numCodes leading values of the vector that are codes; the others are noise
   * @param hidden hidden units of the mask's perceptron
   */
  record CompeteFree(String name, int numCodes, int filters, int hidden, Nonlinearity nonlinearity)
      implements OoganLayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return Extent.vector(input.size());
    }

    @Override
    public Extent output(Extent input) {
      return new Extent(filters, FusedCompeteFree.SIDE, FusedCompeteFree.SIDE);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedCompeteFree(
          name, numCodes, input.size() - numCodes, filters, hidden, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new CompeteFree(name, numCodes, filters, hidden, other);
    }
  }

  /**
   * The compete-free input in front of another system's generator: maps of any side.
   *
   * @param numCodes leading values of the vector that are codes; the others are noise
   * @param side height and width of the maps
   * @param hidden hidden units of the mask's perceptron
   */
  record CompeteFreeMaps(
      String name, int numCodes, int filters, int side, int hidden, Nonlinearity nonlinearity)
      implements OoganLayerSpec {
    @Override
    public Extent arrange(Extent input) {
      return Extent.vector(input.size());
    }

    @Override
    public Extent output(Extent input) {
      return new Extent(filters, side, side);
    }

    @Override
    public FusedLayer configure(Extent input) {
      return new FusedCompeteFree(
          name, numCodes, input.size() - numCodes, filters, side, hidden, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new CompeteFreeMaps(name, numCodes, filters, side, hidden, other);
    }
  }

  /**
   * A grouped convolution with spectral normalisation of the kernels of all groups together.
   *
   * @param groups divides both the input channels and the filters
   */
  record SpectralGroupedConvolution(
      String name, int groups, int filters, int kernel, int stride, Nonlinearity nonlinearity)
      implements OoganLayerSpec {
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
      return new FusedGroupedConvolution(
          name, groups, input.channels(), filters, kernel, stride, true, nonlinearity);
    }

    @Override
    public LayerSpec with(Nonlinearity other) {
      return new SpectralGroupedConvolution(name, groups, filters, kernel, stride, other);
    }
  }
}
