// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.shapes3d;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.ImageFactors;
import org.disentangle.data.NumberLabels;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredFactor;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.hdf5.Hdf5Array;
import org.disentangle.data.hdf5.Hdf5File;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code shapes3d}: 3D Shapes, 480,000 pictures of an object in a room, 64 x
 * 64 RGB, from the published HDF5 file (Burgess and Kim 2018).
 *
 * <pre>{@code
 * spark.read().format("shapes3d").load("3dshapes.h5");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code factor_floor_hue}, {@code factor_wall_hue}, {@code
 * factor_object_hue}, {@code factor_scale}, {@code factor_shape}, {@code factor_orientation} (int,
 * nominal ML attribute); {@code value_floor_hue}, ... {@code value_orientation} (double, numeric
 * attribute), as the file has them. It has real values only, so an index is the rank among the
 * values that occur in the file: 10, 10, 10, 8, 4 and 15 in the whole one. A file with 480,000
 * images and other numbers of values is refused; a smaller one is read as it is.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the file, with {@code images} (uint8, N x 64 x 64 x 3) and {@code labels} (N
 *       x 6), usually given to {@code load}; no default.
 *   <li>{@code factors} and one option per factor, such as {@code scale}: which indices are read,
 *       as in {@link org.disentangle.data.sprite.SpriteSource}; a factor that {@code factors}
 *       leaves out rests at 0.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>The published file has chunks of 15,000 x 4 x 4 x 1: partitions begin at multiples of 15,000
 * images, each holds one such row of chunks (184 MB) in memory, and a sample costs as much as all
 * images. {@link org.disentangle.data.hdf5.Hdf5Source} says more. The source cannot be written to.
 */
public final class Shapes3dSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "shapes3d";

  private static final List<String> IDS =
      List.of("floor_hue", "wall_hue", "object_hue", "scale", "shape", "orientation");
  private static final List<Integer> COUNTS = List.of(10, 10, 10, 8, 4, 15);
  private static final int WHOLE = 480_000;
  private static final long SIZE = 64;
  private static final ImageShape SHAPE = new ImageShape(3, (int) SIZE, (int) SIZE);

  /** Called by Spark. */
  public Shapes3dSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(
        StoredImages.options(
            FactorOptions.names(IDS.stream().map(id -> StoredFactor.counted(id, 1)).toList())));
    options.imageFormat();
    Hdf5File file = new Hdf5File(DataFile.find(NAME, options.path()));
    Hdf5Array images = file.array("images");
    images.requireShape(Arrays.asList(null, SIZE, SIZE, 3L));
    if (!images.elementType().equals(ElementType.BYTE)) {
      throw images.refuse("of type " + images.elementType(), "type uint8");
    }
    int count = images.count();
    ImageFactors factors = factors(file.array("labels"), count);
    return StoredImages.of(
        options,
        count,
        SHAPE,
        factors.columns(true),
        images.images(StoredPixels.of(ElementType.BYTE, SHAPE, PixelOrder.HWC)),
        factors.chosen(options));
  }

  private static ImageFactors factors(Hdf5Array array, int images) {
    NumberLabels labels = NumberLabels.read(array, images);
    array.requireShape(List.of((long) images, (long) IDS.size()));
    List<StoredFactor> factors = new ArrayList<>();
    int[][] indices = new int[IDS.size()][];
    for (int i = 0; i < indices.length; i++) {
      double[] column = labels.column(i);
      double[] values = NumberLabels.values(column);
      indices[i] = NumberLabels.ranks(column, values);
      factors.add(
          new StoredFactor(IDS.get(i), List.of(), DoubleStream.of(values).boxed().toList()));
    }
    List<Integer> counts = factors.stream().map(StoredFactor::count).toList();
    if (images == WHOLE && !counts.equals(COUNTS)) {
      throw array.refuse(
          "with " + counts + " different values of " + String.join(", ", IDS),
          COUNTS + " for 480000 images");
    }
    return ImageFactors.of(factors, indices);
  }
}
