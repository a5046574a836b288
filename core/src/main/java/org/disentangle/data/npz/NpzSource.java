// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import org.disentangle.data.ArraySet;
import org.disentangle.data.DataFile;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredImages;

/**
 * The Spark data source {@code npz}: images of any NumPy archive ({@code numpy.savez} or {@code
 * numpy.savez_compressed}), from any file system Hadoop knows.
 *
 * <pre>{@code
 * spark.read().format("npz").option("sizes", "3,4,2").option("names", "hue,size,side")
 *     .load("shapes.npz");
 * }</pre>
 *
 * <p>Columns: {@code image}; then those of labels or of a grid. An array of one whole number per
 * image is {@code label} (int, nominal ML attribute). Of several numbers, or where {@code names}
 * are given, each is {@code factor_NAME} (int, nominal): a whole number as it is, or its rank among
 * those that occur if some are negative or above 65,535; numbers beyond 2<sup>53</sup> - 1 either
 * way are refused. A real number is {@code value_NAME} (double, numeric attribute), and also {@code
 * factor_NAME}, its rank, if it has at most 256 values and fewer than there are images. A grid
 * gives {@code factor_NAME} of each size. Rows are in the order of the array.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the archive, usually given to {@code load}; no default.
 *   <li>{@code images}: the name of the array; by default {@code images}, or the only one with at
 *       least three dimensions.
 *   <li>{@code layout}: {@code hwc} (N x height x width x channels, default), {@code chw}, or
 *       {@code hw} for grey images without a dimension of channels; arrays of three dimensions are
 *       grey in any layout. More dimensions before those of an image are a grid.
 *   <li>{@code white}: the number that means 1, a whole number; by default 255 for whole numbers
 *       and 1 for floats and bool. Values above it, and below 0, are refused when they are read.
 *   <li>{@code labels}: the name of an array of N or N x K numbers; by default there are none.
 *   <li>{@code sizes}: the sizes of the grid that the images are, the last fastest, separated by
 *       commas; their product is the number of images.
 *   <li>{@code names}: one name per size or per number of a label; by default 0, 1, 2, ...
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>Pixels are bool, int, uint, float32 or float64. A read streams: a partition inflates the
 * archive from its beginning to the end of its range and holds one image; images stored without
 * compression are sought instead. The CRC-32 of the archive is compared by the partition that reads
 * the last image; of images stored without compression only by one that reads all of them. {@code
 * load()} reads headers and labels.
 *
 * <p>Unknown options, values out of range, files that cannot be used and arrays that are there
 * twice are refused with an {@link IllegalArgumentException} by {@code load()}. The source cannot
 * be written to.
 */
public final class NpzSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "npz";

  /** Called by Spark. */
  public NpzSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(ArraySet.OPTIONS));
    options.imageFormat();
    return ArraySet.parse(options, new NpzFile(DataFile.find(NAME, options.path())));
  }
}
