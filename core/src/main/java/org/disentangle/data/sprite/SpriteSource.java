// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;

/**
 * The Spark data source {@code dsprites}: the dSprites data set, rendered on the executors while it
 * is read, or read from the original file where a path is given.
 *
 * <pre>{@code
 * // 3 shapes x 3 scales x 8 x 8 positions at 32 pixels
 * spark.read().format("dsprites")
 *     .option("imageSize", 32)
 *     .option("factors", "shape,scale,posX,posY")
 *     .option("scale", "1:5:2").option("posX", "0:31:4").option("posY", "0:31:4")
 *     .load();
 *
 * // the original images, the same columns
 * spark.read().format("dsprites").load("dsprites_ndarray_co1sh3sc6or40x32y32_64x64.npz");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_shape}, {@code factor_scale}, {@code
 * factor_orientation}, {@code factor_posX}, {@code factor_posY} (int, the index in the whole grid,
 * nominal ML attribute); {@code value_shape}, ... {@code value_posY} (double, the real values of
 * {@link SpriteFactor}, numeric ML attribute). Rows are in rising order of their index in {@link
 * SpriteGrid}, the same for any number of partitions. Pictures are only made where the image column
 * is used.
 *
 * <p>Of the 737,280 pictures at 64 pixels 715,824 are distinct: the first and the last orientation
 * are the same angle (0 and 2 pi), and some turns move no edge by enough to change a pixel. Rows
 * that differ in {@code factor_orientation} alone may thus hold the same picture.
 *
 * <p>The file is a NumPy archive (zip) with the arrays {@code imgs} (uint8, N x 64 x 64, 0 or 1)
 * and {@code latents_classes} (int64, N x 6: colour, then the factors); any N will do, and rows
 * come in the order of the file. The real values are computed from the classes. Without classes
 * they are those of {@code latents_values}; without both, 737,280 images are the whole grid in
 * order. The published HDF5 file, with {@code imgs}, {@code latents/classes} and {@code
 * latents/values}, is read as well; its partitions begin at rows of chunks, see {@link
 * org.disentangle.data.hdf5.Hdf5Source}. A read streams: each partition inflates the archive from
 * its beginning to the end of its range and holds one image, so partitions are few by default.
 * Images stored without compression are sought instead.
 *
 * <p>Options, all optional:
 *
 * <ul>
 *   <li>{@code imageSize}: height and width, an even number from 16 to 64; default 64. With a file
 *       64 only.
 *   <li>{@code imageFormat}: {@code image}, {@code png}, {@code array} or {@code vector}, see
 *       {@link org.disentangle.image.ImageFormat}; default {@code image}.
 *   <li>{@code factors}: which factors vary, separated by commas, or {@code all}; default {@code
 *       all}. The others rest at {@link SpriteFactor#restingIndex()}.
 *   <li>{@code shape}, {@code scale}, {@code orientation}, {@code posX}, {@code posY}: the indices
 *       the factor takes: indices and ranges {@code first:last} or {@code first:last:step} (both
 *       ends included) separated by commas, e.g. {@code 0,2} or {@code 0:31:4}; default all.
 *   <li>{@code sample}: how many pictures are drawn from these without replacement; default all.
 *   <li>{@code seed}: seed of the sample, default 42.
 *   <li>{@code numPartitions}: from 1 to the number of pictures; default one per 4,096 pictures,
 *       but with a file no more than Spark's default parallelism.
 * </ul>
 *
 * <p>Unknown options, values out of range and files that cannot be used are refused with an {@link
 * IllegalArgumentException} by {@code load()}. The source cannot be written to.
 */
public final class SpriteSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "dsprites";

  /** Called by Spark. */
  public SpriteSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    return SpriteOptions.describe(options);
  }
}
