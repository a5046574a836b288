// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.disentangle.data.teapot.TeapotFactor.AZIMUTH;
import static org.disentangle.data.teapot.TeapotFactor.BLUE;
import static org.disentangle.data.teapot.TeapotFactor.ELEVATION;
import static org.disentangle.data.teapot.TeapotFactor.GREEN;
import static org.disentangle.data.teapot.TeapotFactor.LIGHT_AZIMUTH;
import static org.disentangle.data.teapot.TeapotFactor.LIGHT_POLAR;
import static org.disentangle.data.teapot.TeapotFactor.POLAR;
import static org.disentangle.data.teapot.TeapotFactor.RED;
import static org.disentangle.data.teapot.TeapotFactor.SPIN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.RotationOrder;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The data sets of teapots: which factors vary, and what they mean.
 *
 * <p>The world has x to the right, y away from the camera and z up.
 */
public enum TeapotVariant {

  /** Upright and lit from straight above; direction of view above the horizon, and colour, vary. */
  STANDARD("standard", List.of(AZIMUTH, ELEVATION, RED, GREEN, BLUE)) {
    @Override
    TeapotScene scene(double[] f) {
      Rotation rotation = fromAbove(f[1]).compose(about(Vector3D.PLUS_K, f[0]), OPERATOR);
      return new TeapotScene(rotation, Vector3D.PLUS_K, f[2], f[3], f[4]);
    }
  },

  /** Turned every way, Rz(azimuth) Rx(polar) Rz(spin), and lit from straight above. */
  ROTATION("rotation", List.of(AZIMUTH, POLAR, SPIN)) {
    @Override
    TeapotScene scene(double[] f) {
      return turned(f, Vector3D.PLUS_K);
    }
  },

  /** Turned every way, as {@link #ROTATION}, and lit from every side. */
  LIGHT("light", List.of(AZIMUTH, POLAR, SPIN, LIGHT_AZIMUTH, LIGHT_POLAR)) {
    @Override
    TeapotScene scene(double[] f) {
      return turned(f, new Vector3D(f[3], Math.PI / 2 - f[4]));
    }
  };

  private static final RotationConvention OPERATOR = RotationConvention.VECTOR_OPERATOR;

  private final String id;
  private final List<TeapotFactor> factors;

  TeapotVariant(String id, List<TeapotFactor> factors) {
    this.id = id;
    this.factors = factors;
  }

  /** What the option {@code variant} calls it. */
  public String id() {
    return id;
  }

  /** The factors that vary. */
  public List<TeapotFactor> factors() {
    return factors;
  }

  /** The scene with one value per factor of this variant. */
  abstract TeapotScene scene(double[] factors);

  static Optional<TeapotVariant> find(String id) {
    return Arrays.stream(values()).filter(variant -> variant.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(TeapotVariant::id).toList();
  }

  private static TeapotScene turned(double[] f, Vector3D light) {
    Rotation rotation = new Rotation(RotationOrder.ZXZ, OPERATOR, f[0], f[1], f[2]);
    Rotation toCamera = fromAbove(0).compose(rotation, OPERATOR);
    return new TeapotScene(toCamera, rotation.applyInverseTo(light), .3, .5, .9);
  }

  /** From the world to a camera at this elevation. */
  private static Rotation fromAbove(double elevation) {
    return about(Vector3D.PLUS_I, elevation - Math.PI / 2);
  }

  private static Rotation about(Vector3D axis, double angle) {
    return new Rotation(axis, angle, OPERATOR);
  }
}
