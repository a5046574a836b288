// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.reed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disentangle.data.DataFile;
import org.disentangle.data.matlab.Mat5Array;
import org.disentangle.data.matlab.Mat5File;

/**
 * Which characters are for training, validation and test, as the file {@code sprites_splits.mat}
 * says, which counts them from 1.
 *
 * @param numbers of the characters of each split, from 0
 */
record ReedSplits(Map<String, Set<Integer>> numbers) {

  private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

  static {
    VARIABLES.put("train", "trainidx");
    VARIABLES.put("valid", "validx");
    VARIABLES.put("test", "testidx");
  }

  /**
   * Reads all splits.
   *
   * @throws org.disentangle.error.InvalidInputException if a variable is missing, has other numbers
   *     than whole ones from 1, or shares one with another
   */
  static ReedSplits read(DataFile file) {
    Mat5File variables = Mat5File.read(file);
    Map<String, Set<Integer>> numbers = new HashMap<>();
    Map<Integer, String> owners = new HashMap<>();
    VARIABLES.forEach(
        (split, variable) -> {
          Set<Integer> own = new TreeSet<>();
          Mat5Array array = variables.array(variable);
          for (double number : array.numbers()) {
            if (!(number >= 1 && number < 1 << 20 && number == Math.rint(number))) {
              throw array.refuse("with the index " + number, "whole numbers from 1");
            }
            String other = owners.putIfAbsent((int) number, variable);
            if (other != null && !other.equals(variable)) {
              throw array.refuse(
                  String.format(Locale.ROOT, "with the index %d, as %s", (int) number, other),
                  "each character in one split");
            }
            own.add((int) number - 1);
          }
          numbers.put(split, own);
        });
    return new ReedSplits(numbers);
  }

  /** The characters of train, valid or test, in rising order. */
  Set<Integer> numbers(String split) {
    return numbers.get(split);
  }
}
