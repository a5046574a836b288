// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;

/** An array of numbers in a file, or of texts that are labels. */
public interface StoredArray extends Serializable {

  /** Sizes, none of them negative. */
  List<Long> shape();

  /**
   * The type of its numbers.
   *
   * @throws InvalidInputException if it holds no numbers
   */
  ElementType elementType();

  /**
   * All numbers, the last index fastest, however the file has them; for labels, not for pixels.
   *
   * @throws InvalidInputException if they cannot be read, or are more than {@link #MOST_NUMBERS}
   */
  double[] numbers();

  /**
   * All texts, the last index fastest, without the zeros that fill them up; empty if the array
   * holds no texts.
   *
   * @throws InvalidInputException if they cannot be read, or are more than {@link #MOST_TEXTS}
   */
  Optional<String[]> texts();

  /**
   * Its images, one after the other.
   *
   * @throws InvalidInputException if the numbers of an image do not lie together in the file
   */
  ImageStore images(StoredPixels pixels);

  /**
   * The refusal of this array.
   *
   * @param found what it is, such as "of shape [3]"
   * @param expected what it should be
   */
  InvalidInputException refuse(String found, String expected);

  /** The most numbers that are read at once: a gigabyte. */
  long MOST_NUMBERS = 1L << 27;

  /** The most texts that are read. */
  long MOST_TEXTS = 1L << 24;

  /** Refuses more texts than are read. */
  default void requireFewTexts() {
    if (size() > MOST_TEXTS) {
      throw refuse("of shape " + shape(), "at most " + MOST_TEXTS + " texts");
    }
  }

  /** How many numbers there are, by the shape. */
  default long size() {
    return shape().stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }

  /** Refuses another number of dimensions or another size than these; null allows any size. */
  default void requireShape(List<Long> expected) {
    boolean same = shape().size() == expected.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = expected.get(i) == null || expected.get(i).equals(shape().get(i));
    }
    if (!same) {
      throw refuse("of shape " + shape(), "shape " + expected.toString().replace("null", "any"));
    }
  }
}
