// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;

/**
 * Labels of images as an array of texts gives them, one row per image.
 *
 * @param texts row after row
 * @param width texts per row
 */
record TextLabels(String[] texts, int width) {

  /** What decoders put in the place of bytes that are no character. */
  private static final char UNREADABLE = '\uFFFD';

  /** Names are part of the schema, which every query carries. */
  private static final int MOST_NAMES = 20_000;

  /**
   * Takes texts as labels.
   *
   * @param array of shape N or N x K
   * @param texts its elements
   * @param images N
   * @throws InvalidInputException for another shape, a blank or unreadable text, and more than
   *     20,000 different ones
   */
  static TextLabels of(StoredArray array, String[] texts, int images) {
    NumberLabels.requireRows(array, images);
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] == null || texts[i].isBlank()) {
        throw array.refuse("with a blank text at place " + i, "a text for each image");
      }
      if (texts[i].indexOf(UNREADABLE) >= 0) {
        throw array.refuse(
            "with bytes at place " + i + " that are no text", "text in the array's character set");
      }
    }
    TextLabels labels = new TextLabels(texts, texts.length / images);
    for (int place = 0; place < labels.width; place++) {
      int names = labels.names(place).size();
      if (names > MOST_NAMES) {
        throw array.refuse(
            String.format(Locale.ROOT, "of %,d different texts", names),
            String.format(Locale.ROOT, "names of at most %,d classes", MOST_NAMES));
      }
    }
    return labels;
  }

  private List<String> names(int place) {
    return column(place).distinct().sorted().toList();
  }

  private Stream<String> column(int place) {
    return IntStream.range(0, texts.length / width).mapToObj(row -> texts[row * width + place]);
  }

  /**
   * The columns of a data set: of one text per image {@code label}, else {@code factor_NAME} for
   * each; a value is the place of its text in sorted order, and the texts are the names.
   *
   * @param names one per text of a row, or empty for their places from 0
   */
  List<StoredColumn> columns(List<String> names) {
    List<StoredColumn> columns = new ArrayList<>();
    for (int place = 0; place < width; place++) {
      String[] classes = names(place).toArray(String[]::new);
      int[] indices = column(place).mapToInt(text -> Arrays.binarySearch(classes, text)).toArray();
      String name = names.isEmpty() ? Integer.toString(place) : names.get(place);
      columns.add(
          StoredColumn.nominal(
              width == 1 && names.isEmpty() ? "label" : "factor_" + name,
              classes.length,
              List.of(classes),
              indices));
    }
    return columns;
  }
}
