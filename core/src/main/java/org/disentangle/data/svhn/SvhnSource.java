// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.svhn;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.OptionReader;
import org.disentangle.data.PixelOrder;
import org.disentangle.data.RecordImages;
import org.disentangle.data.RowData;
import org.disentangle.data.RowSource;
import org.disentangle.data.StoredColumn;
import org.disentangle.data.StoredImages;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.matlab.Mat5Array;
import org.disentangle.data.matlab.Mat5File;
import org.disentangle.image.ImageShape;

/**
 * The Spark data source {@code svhn}: cropped digits of house numbers, 32 x 32 RGB, from the
 * published MATLAB files (Netzer et al. 2011).
 *
 * <pre>{@code
 * spark.read().format("svhn").load("train_32x32.mat");
 * }</pre>
 *
 * <p>Columns: {@code image} and {@code label} (int, nominal ML attribute), the digit 0 to 9; the
 * file has 10 for the digit 0. Rows are in the order of the file.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code path}: the file, with {@code X} (uint8, 32 x 32 x 3 x N) and {@code y} (N), usually
 *       given to {@code load}; no default.
 *   <li>{@code imageFormat}, {@code sample}, {@code seed}, {@code numPartitions}: as in {@link
 *       org.disentangle.data.idx.IdxSource}.
 * </ul>
 *
 * <p>A read streams: each partition inflates the file up to the end of its range and holds one
 * image; the one that reads the last image compares the checksum of a compressed file. {@code
 * load()} reads headers and labels. Unknown options, values out of range and files that cannot be
 * used, such as those of MATLAB 7.3, are refused with an {@link IllegalArgumentException}. The
 * source cannot be written to.
 */
public final class SvhnSource extends RowSource {

  /** The name for {@code format(...)} and {@code USING}. */
  public static final String NAME = "svhn";

  private static final int SIZE = 32;
  private static final int DIGITS = 10;
  private static final ImageShape SHAPE = new ImageShape(3, SIZE, SIZE);

  /** Called by Spark. */
  public SvhnSource() {
    super(NAME);
  }

  @Override
  protected RowData describe(OptionReader options) {
    options.requireOnly(StoredImages.options(Set.of()));
    options.imageFormat();
    Mat5File file = Mat5File.read(DataFile.find(NAME, options.path()));
    Mat5Array images = file.array("X");
    images.require(ElementType.BYTE);
    int count = count(images);
    int[] labels = labels(file.array("y"), count);
    StoredPixels pixels = StoredPixels.of(ElementType.BYTE, SHAPE, PixelOrder.COLUMN_MAJOR);
    return StoredImages.of(
        options,
        count,
        SHAPE,
        List.of(StoredColumn.nominal("label", DIGITS, List.of(), labels)),
        RecordImages.of(List.of(images.records(count)), pixels));
  }

  /** MATLAB leaves out a last size of 1. */
  private static int count(Mat5Array images) {
    List<Long> shape = images.shape();
    boolean right =
        (shape.size() == 3 || shape.size() == 4)
            && shape.subList(0, 3).equals(List.of((long) SIZE, (long) SIZE, 3L));
    long count = right && shape.size() == 4 ? shape.get(3) : 1;
    if (!right || count < 1) {
      throw images.refuse("of shape " + shape, "32 x 32 x 3 x N");
    }
    return (int) count;
  }

  private static int[] labels(Mat5Array array, int images) {
    array.require(null);
    double[] numbers = array.numbers();
    if (numbers.length != images) {
      throw array.refuse(
          String.format(Locale.ROOT, "of %d labels", numbers.length),
          String.format(Locale.ROOT, "one for each of the %d images", images));
    }
    int[] labels = new int[images];
    for (int i = 0; i < images; i++) {
      double label = numbers[i];
      if (!(label >= 0 && label <= DIGITS && label == Math.rint(label))) {
        throw array.refuse(
            String.format(Locale.ROOT, "with the label %s of image %d", label, i),
            "1 to 9, and 10 or 0 for the digit 0");
      }
      labels[i] = (int) label % DIGITS;
    }
    return labels;
  }
}
