// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.mpi3d;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.disentangle.data.DataFile;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.ImageFactors;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredFactor;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.npz.NpyArray;
import org.disentangle.data.npz.NpzFile;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code mpi3d}: pictures of a robot arm that holds an object, 64 x 64 RGB,
 * from the published archives (Gondal et al. 2019).
 *
 * <pre>{@code
 * spark.read().format("mpi3d").option("variant", "real").load("mpi3d_real.npz");
 * }</pre>
 *
 * <p>Columns: {@code image} and {@code factor_object_color}, {@code factor_object_shape}, {@code
 * factor_object_size} (2), {@code factor_camera_height} (3), {@code factor_background_color} (3),
 * {@code factor_horizontal_axis} (40), {@code factor_vertical_axis} (40), int with a nominal ML
 * attribute. The file has no labels: its images are the grid of the factors, the last fastest.
 * 1,036,800 images have 6 colours and 6 shapes, 460,800 have 4 and 4; any other number is refused.
 * What the colours and shapes are follows from the set and not from the number, so the attributes
 * have names only if option {@code variant} says which set it is.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the archive, with the array {@code images} (uint8, N x 64 x 64 x 3), usually
 *       given to {@code load}; no default.
 *   <li>{@code variant}: {@code toy}, {@code realistic}, {@code real} or {@code complex}; none by
 *       default.
 *   <li>{@code factors} and one option per factor, such as {@code object_size}: which indices are
 *       read, as in {@link org.disentangle.data.sprite.SpriteSource}; a factor that {@code factors}
 *       leaves out rests at 0.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>A read streams as that of {@link org.disentangle.data.npz.NpzSource}. Unknown options, values
 * out of range and files that cannot be used are refused with an {@link IllegalArgumentException}
 * by {@code load()}. The source cannot be written to.
 */
public final class Mpi3dSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "mpi3d";

  private static final String VARIANT = "variant";
  private static final int SIZE = 64;
  private static final ImageShape SHAPE = new ImageShape(3, SIZE, SIZE);

  /** Called by Spark. */
  public Mpi3dSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    Set<String> own = new HashSet<>(FactorOptions.names(Mpi3dVariant.factors(0, null)));
    own.add(VARIANT);
    options.requireOnly(StoredImages.options(own));
    options.imageFormat();
    Mpi3dVariant variant = variant(options);
    NpyArray images = new NpzFile(DataFile.find(NAME, options.path())).array("images");
    images.require(NpyArray.UINT8, List.of((long) SIZE, (long) SIZE, 3L));
    requireCount(images, variant);
    List<StoredFactor> factors = Mpi3dVariant.factors(images.records(), variant);
    ImageFactors grid = ImageFactors.grid(factors);
    StoredPixels pixels = StoredPixels.of(images.elementType(), SHAPE, PixelOrder.HWC);
    return StoredImages.of(
        options,
        grid.images(),
        SHAPE,
        grid.columns(false),
        images.images(pixels),
        grid.chosen(options));
  }

  private static Mpi3dVariant variant(OptionReader options) {
    if (options.text(VARIANT).isEmpty()) {
      return null;
    }
    String id = options.word(VARIANT, null, Mpi3dVariant.ids());
    return Arrays.stream(Mpi3dVariant.values())
        .filter(variant -> variant.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void requireCount(NpyArray images, Mpi3dVariant variant) {
    long count = images.records();
    if (count != Mpi3dVariant.SIX && count != Mpi3dVariant.FOUR) {
      throw images.refuse(
          String.format(Locale.ROOT, "of %d images", count),
          String.format(
              Locale.ROOT,
              "%d (6 colours, 6 shapes) or %d (4 and 4); source npz with option sizes reads others",
              Mpi3dVariant.SIX,
              Mpi3dVariant.FOUR));
    }
    if (variant != null && !variant.has(count)) {
      throw images.refuse(
          String.format(Locale.ROOT, "of %d images", count),
          String.format(
              Locale.ROOT,
              "%d for variant %s",
              variant == Mpi3dVariant.COMPLEX ? Mpi3dVariant.FOUR : Mpi3dVariant.SIX,
              variant.id()));
    }
  }
}
