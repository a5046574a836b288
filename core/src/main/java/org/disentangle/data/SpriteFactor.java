package org.disentangle.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The factors of variation of dSprites, the slowest varying first. */
public enum SpriteFactor {

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

  private final String id;
  private final int count;
  private final int restingIndex;

  SpriteFactor(String id, int count, int restingIndex) {
    this.id = id;
    this.count = count;
    this.restingIndex = restingIndex;
  }

  /** The name in options and column names. */
  public String id() {
    return id;
  }

  /** How many values the factor takes in the whole grid; its indices are 0 to count - 1. */
  public int count() {
    return count;
  }

  /**
   * The index of the factor where it does not vary: square, largest scale, not turned, position 15
   * (half a pixel from the middle at 64 pixels).
   */
  public int restingIndex() {
    return restingIndex;
  }

  /** The column of the factor's index: {@code factor_} and the id. */
  public String factorColumn() {
    return "factor_" + id;
  }

  /** The column of the factor's real value: {@code value_} and the id. */
  public String valueColumn() {
    return "value_" + id;
  }

  /** The real value at an index from 0 to count - 1. */
  public double value(int index) {
    return switch (this) {
      case SHAPE -> index + 1;
      case SCALE -> (index + 5) / 10.0;
      case ORIENTATION -> 2 * Math.PI * index / 39;
      case POS_X, POS_Y -> index / 31.0;
    };
  }

  /** All ids, for messages. */
  static String ids() {
    return Arrays.stream(values()).map(SpriteFactor::id).collect(Collectors.joining(", "));
  }
}
