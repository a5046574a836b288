// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.disentangle.data.StoredColumn;

/** The categories and infos of images, collected file by file. */
final class NorbLabels {

  private static final int BLANK = 5;
  private static final int AZIMUTH = 2;
  private static final List<String> INFOS = List.of("instance", "elevation", "azimuth", "lighting");
  private static final List<Integer> COUNTS = List.of(10, 9, 36, 6);

  /** What distinguishes a jittered image from that of smallNORB. */
  private static final List<String> PERTURBATIONS =
      List.of("horizontal_shift", "vertical_shift", "luminance", "contrast", "scale", "rotation");

  private final int width;
  private final List<String> categories;
  private int[] category = new int[0];
  private int[] info = new int[0];

  NorbLabels(int width, List<String> categories) {
    this.width = width;
    this.categories = categories;
  }

  /** Adds those of one file of images, which have to be as many. */
  void add(NorbMatrix images, NorbMatrix categoryFile, NorbMatrix infoFile) {
    for (NorbMatrix labels : List.of(categoryFile, infoFile)) {
      if (labels.records() != images.records()) {
        throw labels.refuse(
            labels.records() + " rows",
            String.format(
                Locale.ROOT,
                "one for each of the %d images of %s",
                images.records(),
                images.file().path()),
            null);
      }
    }
    int[] categoryOf = categoryFile.ints();
    int[] infoOf = infoFile.ints();
    for (int image = 0; image < categoryOf.length; image++) {
      require(categoryFile, image, "category", categoryOf[image], categories.size());
      boolean blank = categoryOf[image] == BLANK;
      for (int i = 0; i < INFOS.size(); i++) {
        int place = image * width + i;
        if (blank && !fits(infoOf[place], i)) {
          infoOf[place] = 0;
        }
        require(infoFile, image, INFOS.get(i), infoOf[place], COUNTS.get(i));
      }
      int azimuth = infoOf[image * width + AZIMUTH];
      if (azimuth % 2 != 0) {
        throw infoFile.refuse(
            "the azimuth " + azimuth + " of image " + image, "an even number from 0 to 34", null);
      }
    }
    category = joined(category, categoryOf);
    info = joined(info, infoOf);
  }

  /** Whether an info is one of those that the set describes: azimuths are even. */
  private static boolean fits(int found, int info) {
    return found >= 0 && found < COUNTS.get(info) && (info != AZIMUTH || found % 2 == 0);
  }

  private static void require(NorbMatrix file, int image, String what, int found, int count) {
    if (found < 0 || found >= count) {
      throw file.refuse(
          String.format(Locale.ROOT, "the %s %d of image %d", what, found, image),
          String.format(Locale.ROOT, "0 to %d", count - 1),
          null);
    }
  }

  private static int[] joined(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  List<StoredColumn> columns() {
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(StoredColumn.nominal("factor_category", categories.size(), categories, category));
    columns.add(StoredColumn.nominal("factor_instance", 10, List.of(), info(0, x -> x)));
    columns.add(StoredColumn.nominal("factor_elevation", 9, List.of(), info(1, x -> x)));
    columns.add(StoredColumn.nominal("factor_azimuth", 18, List.of(), info(2, x -> x / 2)));
    columns.add(StoredColumn.nominal("factor_lighting", 6, List.of(), info(3, x -> x)));
    columns.add(numeric("value_elevation", info(1, x -> 30 + 5 * x)));
    columns.add(numeric("value_azimuth", info(2, x -> 10 * x)));
    for (int i = INFOS.size(); i < width; i++) {
      columns.add(numeric("value_" + PERTURBATIONS.get(i - INFOS.size()), info(i, x -> x)));
    }
    return columns;
  }

  private static StoredColumn numeric(String name, int[] values) {
    return StoredColumn.numeric(name, Arrays.stream(values).asDoubleStream().toArray());
  }

  private int[] info(int place, IntUnaryOperator of) {
    int[] column = new int[category.length];
    Arrays.setAll(column, image -> of.applyAsInt(info[image * width + place]));
    return column;
  }
}
