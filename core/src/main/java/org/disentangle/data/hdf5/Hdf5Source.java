// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import org.disentangle.data.ArraySet;
import org.disentangle.data.DataFile;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredImages;

/**
 * The Spark data source {@code hdf5}: images of any HDF5 file, from any file system Hadoop knows.
 *
 * <pre>{@code
 * spark.read().format("hdf5").option("images", "train/images").option("labels", "train/labels")
 *     .load("images.h5");
 * }</pre>
 *
 * <p>Columns and options are those of {@link org.disentangle.data.npz.NpzSource}; arrays are named
 * by their paths inside the file, without a slash before them. Soft links are followed, links to
 * other files are not.
 *
 * <p>Arrays may lie in one piece or in chunks, with the filters gzip, shuffle, Fletcher 32, LZF,
 * LZ4 and bit shuffle. A chunk may hold many images: those of one row of chunks are read together,
 * so partitions begin at rows of chunks, there are no more partitions than these, and each
 * partition holds one such row in memory. A sample costs as much as all images of the rows of
 * chunks that it touches.
 *
 * <p>{@code load()} reads headers and labels. It refuses files that are shorter than they record,
 * and arrays with chunks that were never written, as it refuses unknown options and values out of
 * range, with an {@link IllegalArgumentException}. The source cannot be written to.
 */
public final class Hdf5Source extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "hdf5";

  /** Called by Spark. */
  public Hdf5Source() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(ArraySet.OPTIONS));
    options.imageFormat();
    return ArraySet.parse(options, new Hdf5File(DataFile.find(NAME, options.path())));
  }
}
