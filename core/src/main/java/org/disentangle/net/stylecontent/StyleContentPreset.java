// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import java.util.function.Function;
import org.disentangle.net.procedure.Preset;
import org.disentangle.net.stylecontent.StyleContentNetworks.Sizes;

/**
 * Networks and sizes of {@link StyleContentProcedure}, by data set. The lengths of the codes for
 * MNIST and Sprites are the paper's; batch sizes and iterations are this project's.
 */
public enum StyleContentPreset implements Preset {
  /** 28 x 28, one channel. */
  MNIST(16, 16, 64, 45_000, sizes -> StyleContentNetworks.digits28(sizes, 1)),

  /** 64 x 64 in colour. */
  SPRITES(64, 512, 64, 45_000, sizes -> StyleContentNetworks.sprites64(sizes, 3)),

  /** Ours, for small sets of 32 x 32 pixels and quick runs. */
  SMALL32(8, 4, 32, 4_000, sizes -> StyleContentNetworks.small32(sizes, 1)),

  /** The same in colour. */
  SMALL32_COLOUR(8, 4, 32, 4_000, sizes -> StyleContentNetworks.small32(sizes, 3));

  private final int specifiedDim;
  private final int unspecifiedDim;
  private final int batchSize;
  private final long maxIter;
  private final transient Function<Sizes, StyleContentNetworks> builder;

  StyleContentPreset(
      int specifiedDim,
      int unspecifiedDim,
      int batchSize,
      long maxIter,
      Function<Sizes, StyleContentNetworks> builder) {
    this.specifiedDim = specifiedDim;
    this.unspecifiedDim = unspecifiedDim;
    this.batchSize = batchSize;
    this.maxIter = maxIter;
    this.builder = builder;
  }

  public int specifiedDim() {
    return specifiedDim;
  }

  public int unspecifiedDim() {
    return unspecifiedDim;
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

  /** The networks for codes of these lengths and this number of labels. */
  public StyleContentNetworks networks(Sizes sizes) {
    return builder.apply(sizes);
  }
}
