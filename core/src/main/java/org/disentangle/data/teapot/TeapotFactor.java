// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.util.FastMath;

/** The factors of variation of the teapots. All are continuous; angles are in radians. */
public enum TeapotFactor {

  /** Turn about the vertical, counter-clockwise seen from above. At 0 the spout points right. */
  AZIMUTH("azimuth", 2 * Math.PI),

  /** How far above the horizon the camera is: 0 from the side, pi / 2 from straight above. */
  ELEVATION("elevation", Math.PI / 2),

  /** Red part of the colour. */
  RED("red", 1),

  /** Green part of the colour. */
  GREEN("green", 1),

  /** Blue part of the colour. */
  BLUE("blue", 1),

  /** Angle between the teapot's axis and the vertical: 0 upright, pi upside down. */
  POLAR("polar", Math.PI),

  /** Turn of the teapot about its own axis, before it is tilted. */
  SPIN("spin", 2 * Math.PI),

  /** Direction of the light about the vertical; at 0 it comes from the right. */
  LIGHT_AZIMUTH("lightAzimuth", 2 * Math.PI),

  /** Angle between the light and the vertical: 0 from above. */
  LIGHT_POLAR("lightPolar", Math.PI);

  private final String id;
  private final double max;

  TeapotFactor(String id, double max) {
    this.id = id;
    this.max = max;
  }

  /** The name in options and column names. */
  public String id() {
    return id;
  }

  /** The largest value; the smallest is 0. */
  public double max() {
    return max;
  }

  /** The column of the factor's value: {@code factor_} and the id. */
  public String column() {
    return "factor_" + id;
  }

  /**
   * The value of the factor for a uniform random number from 0 to 1: uniform between its bounds,
   * but polar angles have a uniform cosine, so that directions are uniform on the sphere.
   */
  double value(double uniform) {
    return switch (this) {
      case POLAR, LIGHT_POLAR -> FastMath.acos(1 - 2 * uniform);
      default -> max * uniform;
    };
  }

  /** Ids of these factors, for messages. */
  static String ids(List<TeapotFactor> factors) {
    return factors.stream().map(TeapotFactor::id).collect(Collectors.joining(", "));
  }
}
