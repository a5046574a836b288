// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageShape;

/**
 * A data set whose images and labels are arrays of one file, as options say: {@code images}, {@code
 * labels}, {@code layout}, {@code white}, {@code sizes} and {@code names}.
 */
public final class ArraySet {

  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String LAYOUT = "layout";
  private static final String WHITE = "white";
  private static final String SIZES = "sizes";
  private static final String NAMES = "names";
  private static final String GREY = "hw";
  private static final List<String> LAYOUTS = List.of("hwc", "chw", GREY);

  /** The names of these options. */
  public static final Set<String> OPTIONS = Set.of(IMAGES, LABELS, LAYOUT, WHITE, SIZES, NAMES);

  private final OptionReader options;
  private final ArrayFile file;

  private ArraySet(OptionReader options, ArrayFile file) {
    this.options = options;
    this.file = file;
  }

  /**
   * The data set that options describe.
   *
   * @throws InvalidInputException for arrays that are missing or of other shapes or types, and for
   *     options that contradict each other
   */
  public static StoredImages parse(OptionReader options, ArrayFile file) {
    return new ArraySet(options, file).describe();
  }

  private StoredImages describe() {
    String layout = options.word(LAYOUT, LAYOUTS.get(0), LAYOUTS);
    StoredArray array = file.array(options.text(IMAGES).orElseGet(this::onlyImages));
    int leading = leading(array, layout);
    List<Long> grid = array.shape().subList(0, leading);
    ImageShape shape = shape(array, layout, leading);
    int images = count(array, grid);
    StoredPixels pixels = StoredPixels.of(array.elementType(), shape, order(layout));
    double white =
        options.text(WHITE).isPresent() ? options.number(WHITE, 1, 1, 1L << 32) : pixels.white();
    pixels = new StoredPixels(pixels.type(), shape, pixels.order(), white, WHITE);
    return StoredImages.of(options, images, shape, columns(images, grid), array.images(pixels));
  }

  private static PixelOrder order(String layout) {
    return layout.equals("hwc") ? PixelOrder.HWC : PixelOrder.CHW;
  }

  /** The array of at least three dimensions, if there is one such array. */
  private String onlyImages() {
    List<String> names = file.names();
    if (names.contains(IMAGES) || names.isEmpty()) {
      return IMAGES; // of which the file says that it is not there
    }
    List<String> found =
        names.stream().filter(name -> file.array(name).shape().size() >= 3).toList();
    if (found.size() != 1) {
      throw file.file()
          .refuse(
              String.format(
                  Locale.ROOT,
                  "the arrays [%s], of which %d have the three dimensions of images",
                  FirstFew.of(names),
                  found.size()),
              "one array of images",
              found.isEmpty() ? null : "Name it with option images.",
              null);
    }
    return found.get(0);
  }

  /** How many dimensions come before those of an image. */
  private static int leading(StoredArray array, String layout) {
    int rank = array.shape().size();
    int ofImage = layout.equals(GREY) || rank == 3 ? 2 : 3;
    if (rank <= ofImage) {
      throw array.refuse(
          "of shape " + array.shape(), "N x height x width, with channels as option layout says");
    }
    return rank - ofImage;
  }

  private static ImageShape shape(StoredArray array, String layout, int leading) {
    List<Long> sizes = array.shape().subList(leading, array.shape().size());
    long channels = sizes.size() == 2 ? 1 : sizes.get(layout.equals("hwc") ? 2 : 0);
    long height = sizes.get(sizes.size() == 3 && layout.equals("chw") ? 1 : 0);
    long width = sizes.get(sizes.size() == 3 && layout.equals("chw") ? 2 : 1);
    boolean small = height > 0 && width > 0 && height < 1 << 15 && width < 1 << 15;
    if (!small || (channels != 1 && channels != 3)) {
      throw array.refuse(
          String.format(
              Locale.ROOT,
              "of shape %s, which in layout %s are images of %d x %d x %d (channels, height,"
                  + " width)",
              array.shape(),
              layout,
              channels,
              height,
              width),
          small
              ? "images of 1 or 3 channels; another layout is one of " + String.join(", ", LAYOUTS)
              : "1 to 32767 rows and columns");
    }
    return new ImageShape((int) channels, (int) height, (int) width);
  }

  private static int count(StoredArray array, List<Long> grid) {
    try {
      long images = grid.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
      if (images > 0 && images <= Integer.MAX_VALUE) {
        return (int) images;
      }
    } catch (ArithmeticException e) {
      // said below
    }
    throw array.refuse("of shape " + array.shape(), "1 to 2147483647 images");
  }

  private List<StoredColumn> columns(int images, List<Long> grid) {
    List<String> names = names();
    if (options.text(LABELS).isPresent()) {
      if (options.text(SIZES).isPresent()) {
        throw options.refuseAll(
            "options labels and sizes are both given", "one of them: labels or a grid");
      }
      return labels(file.array(options.text(LABELS).get()), images, names);
    }
    List<Integer> sizes = sizes(images, grid);
    requireNames(names, sizes.size(), "sizes");
    if (sizes.isEmpty()) {
      return List.of();
    }
    return ImageFactors.grid(
            IntStream.range(0, sizes.size())
                .mapToObj(
                    i ->
                        StoredFactor.counted(
                            names.isEmpty() ? Integer.toString(i) : names.get(i), sizes.get(i)))
                .toList())
        .columns(false);
  }

  private List<StoredColumn> labels(StoredArray array, int images, List<String> names) {
    Optional<String[]> texts = array.texts();
    if (texts.isPresent()) {
      TextLabels labels = TextLabels.of(array, texts.get(), images);
      requireNames(names, labels.width(), "texts per label");
      return labels.columns(names);
    }
    NumberLabels labels = NumberLabels.read(array, images);
    requireNames(names, labels.width(), "numbers per label");
    return labels.columns(names);
  }

  private void requireNames(List<String> names, int count, String of) {
    if (!names.isEmpty() && names.size() != count) {
      throw options.refuse(NAMES, String.format(Locale.ROOT, "%d names, as many as %s", count, of));
    }
  }

  private List<String> names() {
    List<String> names = options.list(NAMES);
    long different = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count();
    if (different != names.size() || !names.stream().allMatch(name -> name.matches("\\w+"))) {
      throw options.refuse(
          NAMES, "names of letters, digits and _, every name once, in upper or lower case");
    }
    return names;
  }

  private List<Integer> sizes(int images, List<Long> grid) {
    List<Integer> sizes = new ArrayList<>();
    for (String size : options.list(SIZES)) {
      if (!size.matches("\\d{1,9}") || Integer.parseInt(size) < 1) {
        throw options.refuse(SIZES, "numbers of at least 1, such as 3,4,2");
      }
      sizes.add(Integer.valueOf(size));
    }
    if (sizes.isEmpty() && grid.size() > 1) {
      return grid.stream().map(Long::intValue).toList();
    }
    if (!sizes.isEmpty() && product(sizes) != images) {
      throw options.refuse(
          SIZES, String.format(Locale.ROOT, "sizes whose product is the %d images", images));
    }
    return sizes;
  }

  private static long product(List<Integer> sizes) {
    return LongStream.concat(LongStream.of(1), sizes.stream().mapToLong(Integer::longValue))
        .reduce((a, b) -> a > Integer.MAX_VALUE ? a : a * b)
        .getAsLong();
  }
}
