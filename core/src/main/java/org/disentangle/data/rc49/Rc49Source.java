// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.rc49;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.NumberLabels;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.hdf5.Hdf5Array;
import org.disentangle.data.hdf5.Hdf5File;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code rc49}: RC-49, rendered chairs that turn continuously, RGB, from the
 * published HDF5 files (Ding et al. 2021).
 *
 * <pre>{@code
 * spark.read().format("rc49").option("split", "train").load("RC-49_64x64.h5");
 * }</pre>
 *
 * <p>Columns: {@code image}; {@code value_angle} (double, numeric ML attribute), degrees; {@code
 * factor_type} (int, nominal attribute), the chair; {@code split} (int, nominal attribute), 0 train
 * or 1 test: only images that the file names in {@code indx_train} are for training.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the file, with {@code images} (uint8, N x 3 x height x width), {@code
 *       labels}, {@code types} and {@code indx_train}, usually given to {@code load}; no default.
 *   <li>{@code split}: {@code train}, {@code test} or {@code all}; default all.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>How chunks are read is said at {@link org.disentangle.data.hdf5.Hdf5Source}. The source cannot
 * be written to.
 */
public final class Rc49Source extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "rc49";

  private static final String SPLIT = "split";
  private static final String ALL = "all";
  private static final List<String> SPLITS = List.of("train", "test");

  /** Called by Spark. */
  public Rc49Source() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of(SPLIT)));
    options.imageFormat();
    String split = options.word(SPLIT, ALL, List.of(SPLITS.get(0), SPLITS.get(1), ALL));
    Hdf5File file = new Hdf5File(DataFile.find(NAME, options.path()));
    Hdf5Array images = file.array("images");
    images.requireShape(Arrays.asList(null, 3L, null, null));
    if (!images.elementType().equals(ElementType.BYTE)) {
      throw images.refuse("of type " + images.elementType(), "type uint8");
    }
    ImageShape shape = shape(images);
    int count = images.count();
    int[] splits = splits(file.array("indx_train"), count);
    List<StoredColumn> columns =
        List.of(
            StoredColumn.numeric("value_angle", single(file.array("labels"), count)),
            types(file.array("types"), count),
            StoredColumn.nominal(SPLIT, SPLITS.size(), SPLITS, splits));
    int wanted = SPLITS.indexOf(split);
    int[] chosen =
        split.equals(ALL)
            ? null
            : IntStream.range(0, count).filter(image -> splits[image] == wanted).toArray();
    if (chosen != null && chosen.length == 0) {
      throw options.refuse(SPLIT, "a split with images");
    }
    StoredPixels pixels = StoredPixels.of(ElementType.BYTE, shape, PixelOrder.CHW);
    return StoredImages.of(options, count, shape, columns, images.images(pixels), chosen);
  }

  private static ImageShape shape(Hdf5Array images) {
    long height = images.shape().get(2);
    long width = images.shape().get(3);
    if (height < 1 || width < 1 || height > 1 << 14 || width > 1 << 14) {
      throw images.refuse("of shape " + images.shape(), "images of 1 to 16384 pixels");
    }
    return new ImageShape(3, (int) height, (int) width);
  }

  private static double[] single(Hdf5Array array, int images) {
    NumberLabels table = NumberLabels.read(array, images);
    if (table.width() != 1) {
      throw array.refuse("of shape " + array.shape(), "one number per image");
    }
    return table.column(0);
  }

  private static StoredColumn types(Hdf5Array array, int images) {
    double[] types = single(array, images);
    for (double type : types) {
      if (type < 0 || type > 1 << 16 || type != Math.rint(type)) {
        throw array.refuse("with the type " + type, "whole numbers from 0");
      }
    }
    return StoredColumn.nominal(
        "factor_type", Arrays.stream(types).mapToInt(type -> (int) type).toArray());
  }

  private static int[] splits(Hdf5Array array, int images) {
    int[] splits = new int[images];
    Arrays.fill(splits, 1);
    for (double index : array.numbers()) {
      if (!(index >= 0 && index < images && index == Math.rint(index))) {
        throw array.refuse(
            "with the index " + index, String.format(Locale.ROOT, "0 to %d", images - 1));
      }
      splits[(int) index] = 0;
    }
    return splits;
  }
}
