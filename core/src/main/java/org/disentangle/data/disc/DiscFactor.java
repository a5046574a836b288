// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.disc;

import java.util.List;
import org.disentangle.data.Factor;

/** The factors of variation of CdSprites, the slowest varying first. */
public enum DiscFactor implements Factor {

  /**
   * Forty directions from the middle. Values 2 pi i / 40 in radians; 0 is right, pi / 2 is down.
   */
  ANGLE("angle", 40, 0),

  /**
   * Twenty-seven distances from the middle. Values 0, 1, ..., 26 in pixels. At radius 0 all angles
   * give the same picture.
   */
  RADIUS("radius", 27, 26);

  /** All factors, in their order. */
  static final List<DiscFactor> ALL = List.of(values());

  private final String id;
  private final int count;
  private final int restingIndex;

  DiscFactor(String id, int count, int restingIndex) {
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

  /** The index of the factor where it does not vary: to the right, and as far out as possible. */
  @Override
  public int restingIndex() {
    return restingIndex;
  }

  @Override
  public double value(int index) {
    return this == ANGLE ? 2 * Math.PI * index / count : index;
  }
}
