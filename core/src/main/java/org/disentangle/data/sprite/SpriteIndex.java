// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.disentangle.data.ArrayFile;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.GridSelection;
import org.disentangle.data.StoredArray;

/**
 * Which images of a file are in a data set, and what is on them.
 *
 * @param records numbers of the selected images in the file, rising
 * @param gridIndices for each of them the index of its factors in {@link SpriteGrid}
 */
record SpriteIndex(int[] records, int[] gridIndices) {

  private static final int COLOURS = 1;
  private static final int WIDTH = COLOURS + SpriteFactor.ALL.size();

  /** How far a real value may be from that of its index. */
  private static final double TOLERANCE = 1e-4;

  /**
   * Reads the factors of all images and keeps those that are selected.
   *
   * @param file with the classes, which the real values, if they are there, have to agree with;
   *     else with the real values; or with all images of the grid, whose order then says what is on
   *     them
   * @param classes name of the array of classes
   * @param values name of the array of real values
   * @param images how many there have to be
   */
  static SpriteIndex read(
      ArrayFile file, String classes, String values, int images, GridSelection selection) {
    List<String> names = file.names();
    if (names.contains(classes)) {
      StoredArray array = require(file.array(classes), images);
      double[] indices = array.numbers();
      if (names.contains(values)) {
        requireAgreement(indices, require(file.array(values), images), classes);
      }
      return select(array, indices, images, selection, row -> row);
    }
    if (names.contains(values)) {
      StoredArray array = require(file.array(values), images);
      return select(array, array.numbers(), images, selection, row -> indices(array, row));
    }
    if (images == SpriteGrid.SIZE) {
      int[] rows =
          IntStream.range(0, images)
              .filter(row -> selection.contains(SpriteGrid.factors(row)))
              .toArray();
      return new SpriteIndex(rows, rows);
    }
    file.array(classes);
    throw new IllegalStateException(classes);
  }

  private static void requireAgreement(double[] indices, StoredArray values, String name) {
    double[] numbers = values.numbers();
    for (int from = 0; from < numbers.length; from += WIDTH) {
      double[] found = indices(values, Arrays.copyOfRange(numbers, from, from + WIDTH));
      int place = Arrays.mismatch(found, Arrays.copyOfRange(indices, from, from + WIDTH));
      if (place >= 0) {
        String factor = place < COLOURS ? "colour" : SpriteFactor.ALL.get(place - COLOURS).id();
        throw values.refuse(
            String.format(
                Locale.ROOT,
                "with the value %s of %s in row %d",
                numbers[from + place],
                factor,
                from / WIDTH),
            String.format(
                Locale.ROOT, "that of index %.0f, as in %s", indices[from + place], name));
      }
    }
  }

  private static StoredArray require(StoredArray array, long images) {
    List<Long> shape = array.shape();
    if (shape.size() != 2 || shape.get(1) != WIDTH) {
      throw array.refuse("of shape " + shape, String.format(Locale.ROOT, "shape N x %d", WIDTH));
    }
    if (shape.get(0) != images) {
      throw array.refuse(
          String.format(Locale.ROOT, "of %d rows", shape.get(0)),
          String.format(Locale.ROOT, "one for each of the %d images", images));
    }
    return array;
  }

  private static SpriteIndex select(
      StoredArray array,
      double[] numbers,
      int images,
      GridSelection selection,
      UnaryOperator<double[]> classes) {
    int[] records = new int[images];
    int[] gridIndices = new int[images];
    int selected = 0;
    for (int record = 0; record < images; record++) {
      double[] row = Arrays.copyOfRange(numbers, record * WIDTH, (record + 1) * WIDTH);
      int[] factors = factors(array, record, classes.apply(row));
      if (selection.contains(factors)) {
        records[selected] = record;
        gridIndices[selected++] = SpriteGrid.index(factors);
      }
    }
    if (selected == 0) {
      throw array.refuse(
          "without the chosen factors",
          "a row with " + FactorOptions.text(selection.indices(), SpriteFactor.ALL));
    }
    return new SpriteIndex(Arrays.copyOf(records, selected), Arrays.copyOf(gridIndices, selected));
  }

  /** The indices whose real values these are. */
  private static double[] indices(StoredArray array, double[] values) {
    double[] indices = new double[WIDTH];
    indices[0] = values[0] - 1;
    for (SpriteFactor factor : SpriteFactor.ALL) {
      int place = COLOURS + factor.ordinal();
      int nearest = 0;
      for (int index = 1; index < factor.count(); index++) {
        double distance = Math.abs(factor.value(index) - values[place]);
        nearest = distance < Math.abs(factor.value(nearest) - values[place]) ? index : nearest;
      }
      if (!(Math.abs(factor.value(nearest) - values[place]) < TOLERANCE)) {
        throw array.refuse(
            String.format(Locale.ROOT, "with the value %s of %s", values[place], factor.id()),
            String.format(
                Locale.ROOT,
                "one of the %d from %s to %s",
                factor.count(),
                factor.value(0),
                factor.value(factor.count() - 1)));
      }
      indices[place] = nearest;
    }
    return indices;
  }

  private static int[] factors(StoredArray array, int record, double[] classes) {
    requireClass(array, record, "colour", classes[0], COLOURS);
    int[] factors = new int[SpriteFactor.ALL.size()];
    for (SpriteFactor factor : SpriteFactor.ALL) {
      int place = factor.ordinal();
      double found = classes[COLOURS + place];
      requireClass(array, record, factor.id(), found, factor.count());
      factors[place] = (int) found;
    }
    return factors;
  }

  private static void requireClass(
      StoredArray array, int record, String factor, double found, int count) {
    if (found < 0 || found >= count) {
      throw array.refuse(
          String.format(Locale.ROOT, "with %s %.0f in row %d", factor, found, record),
          String.format(Locale.ROOT, "0 to %d", count - 1));
    }
  }

  /** For each image of the file the index of its factors; 0 where it is not selected. */
  int[] ofImages(int images) {
    int[] all = new int[images];
    for (int row = 0; row < records.length; row++) {
      all[records[row]] = gridIndices[row];
    }
    return all;
  }
}
