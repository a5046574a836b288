// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.List;
import org.disentangle.data.Factor;

/** The factors of variation of dSprites, the slowest varying first. */
public enum SpriteFactor implements Factor {

  /** 0 square, 1 ellipse, 2 heart. Values 1, 2, 3. */
  SHAPE("shape", 3, 0),

  /** Six sizes. Values 0.5, 0.6, ..., 1. */
  SCALE("scale", 6, 5),

  /**
   * Forty angles, counter-clockwise. Values 2 pi i / 39 in radians: the first and the last are the
   * same picture.
   */
  ORIENTATION("orientation", 40, 0),

  /** Thirty-two places from left to right. Values i / 31. */
  POS_X("posX", 32, 15),

  /** Thirty-two places from top to bottom. Values i / 31. */
  POS_Y("posY", 32, 15);

  /** All factors, in their order. */
  static final List<SpriteFactor> ALL = List.of(values());

  private final String id;
  private final int count;
  private final int restingIndex;

  SpriteFactor(String id, int count, int restingIndex) {
    this.id = id;
    this.count = count;
    this.restingIndex = restingIndex;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int count() {
    return count;
  }

  /**
   * The index of the factor where it does not vary: square, largest scale, not turned, position 15
   * (half a pixel from the middle at 64 pixels).
   */
  @Override
  public int restingIndex() {
    return restingIndex;
  }

  @Override
  public double value(int index) {
    return switch (this) {
      case SHAPE -> index + 1;
      case SCALE -> (index + 5) / 10.0;
      case ORIENTATION -> 2 * Math.PI * index / 39;
      case POS_X, POS_Y -> index / 31.0;
    };
  }

  @Override
  public List<String> names() {
    return this == SHAPE ? List.of("square", "ellipse", "heart") : List.of();
  }
}
