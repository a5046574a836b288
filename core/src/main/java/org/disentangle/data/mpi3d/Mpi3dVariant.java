// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.mpi3d;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.data.StoredFactor;

/** The published sets of MPI3D, which differ in what the first two factors mean. */
enum Mpi3dVariant {

  /** Simple renderings. */
  TOY,

  /** Realistic renderings. */
  REALISTIC,

  /** Photographs of simple shapes. */
  REAL,

  /** Photographs of things of daily life. */
  COMPLEX;

  /** Images with six colours and six shapes. */
  static final int SIX = 1_036_800;

  /** Images with four colours and four shapes. */
  static final int FOUR = 460_800;

  private static final List<String> IDS =
      List.of(
          "object_color",
          "object_shape",
          "object_size",
          "camera_height",
          "background_color",
          "horizontal_axis",
          "vertical_axis");
  private static final List<Integer> REST = List.of(2, 3, 3, 40, 40);
  private static final List<List<String>> REST_NAMES =
      List.of(
          List.of("small", "large"),
          List.of("top", "center", "bottom"),
          List.of("purple", "sea green", "salmon"));

  /** As the option names it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All ids. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Mpi3dVariant::id).toList();
  }

  /** Whether this set exists with so many images. */
  boolean has(long images) {
    return switch (this) {
      case TOY, REALISTIC -> images == SIX || images == FOUR;
      case REAL -> images == SIX;
      case COMPLEX -> images == FOUR;
    };
  }

  /**
   * The factors of a set.
   *
   * @param images {@link #SIX} or {@link #FOUR}
   * @param variant gives names; null for none
   */
  static List<StoredFactor> factors(long images, Mpi3dVariant variant) {
    int first = images == SIX ? 6 : 4;
    return IntStream.range(0, IDS.size())
        .mapToObj(
            i ->
                StoredFactor.named(
                    IDS.get(i),
                    i < 2 ? first : REST.get(i - 2),
                    variant == null ? List.of() : variant.names(i, first)))
        .toList();
  }

  private List<String> names(int factor, int count) {
    return switch (factor) {
      case 0 ->
          this == COMPLEX
              ? List.of("yellow", "green", "olive", "red")
              : count == 6
                  ? List.of("white", "green", "red", "blue", "brown", "olive")
                  : List.of("green", "red", "blue", "brown");
      case 1 ->
          this == COMPLEX
              ? List.of("coffee-cup", "tennis-ball", "croissant", "beer-cup")
              : count == 6
                  ? List.of("cone", "cube", "cylinder", "hexagonal", "pyramid", "sphere")
                  : List.of("cone", "cube", "hexagonal", "sphere");
      default -> factor - 2 < REST_NAMES.size() ? REST_NAMES.get(factor - 2) : List.of();
    };
  }
}
