// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.function.Function;
import org.disentangle.image.ImageShape;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.stylecontent.StyleContentNetworks.Sizes;

/**
 * Networks and sizes of {@link StyleContentProcedure}, by data set. The lengths of the codes for
 * MNIST, Sprites and NORB are the paper's; batch sizes and iterations are this project's.
 */
public enum StyleContentPreset implements Preset {
  /** 28 x 28, one channel. */
  MNIST(16, 16, 64, 45_000, Weights.PAPER, sizes -> StyleContentNetworks.digits28(sizes, 1)),

  /** 64 x 64 in colour. */
  SPRITES(64, 512, 64, 45_000, Weights.PAPER, sizes -> StyleContentNetworks.sprites64(sizes, 3)),

  /** 64 x 64, grey: NORB and Extended YaleB. */
  NORB(64, 512, 64, 45_000, Weights.PAPER, sizes -> StyleContentNetworks.deep64(sizes, 1)),

  /** Ours, for small sets of 32 x 32 pixels and quick runs. */
  SMALL32(8, 3, 32, 4_000, Weights.APART, sizes -> StyleContentNetworks.small32(sizes, 1)),

  /** The same in colour. */
  SMALL32_COLOUR(8, 3, 32, 4_000, Weights.APART, sizes -> StyleContentNetworks.small32(sizes, 3));

  /**
   * Weights of losses, in nats of a whole image.
   *
   * @param lambda of the two adversarial losses
   * @param klWeight of the divergence of the unspecified code
   * @param label of the dependence of the unspecified code on the label, which is not in the paper
   */
  public record Weights(double lambda, double klWeight, double label) {

    /** This project's for what the paper has. */
    static final Weights PAPER = new Weights(10, 1, 0);

    /** With the unspecified code kept apart from the label. */
    static final Weights APART = new Weights(10, 2, 2000);
  }

  private final int specifiedDim;
  private final int unspecifiedDim;
  private final int batchSize;
  private final long maxIter;
  private final Weights weights;
  private final transient Function<Sizes, StyleContentNetworks> builder;

  StyleContentPreset(
      int specifiedDim,
      int unspecifiedDim,
      int batchSize,
      long maxIter,
      Weights weights,
      Function<Sizes, StyleContentNetworks> builder) {
    this.specifiedDim = specifiedDim;
    this.unspecifiedDim = unspecifiedDim;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.weights = weights;
    this.builder = builder;
  }

  public int specifiedDim() {
    return specifiedDim;
  }

  public int unspecifiedDim() {
    return unspecifiedDim;
  }

  @Override
  public ImageShape imageShape() {
    return networks(new Sizes(specifiedDim, unspecifiedDim, 2)).imageShape();
  }

  /** Triplets a mini-batch. */
  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public long maxIter() {
    return maxIter;
  }

  /** Of the losses. */
  public Weights weights() {
    return weights;
  }

  /** The networks for codes of these lengths and this number of labels. */
  public StyleContentNetworks networks(Sizes sizes) {
    return builder.apply(sizes);
  }
}
