// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.reed;

import io.jhdf.api.Dataset;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.hdf5.Hdf5Array;
import org.disentangle.data.hdf5.Hdf5File;
import org.disentangle.error.FirstFew;

/**
 * The file of one character: 21 animations of some frames each, of which the last, which is not one
 * of the five actions from four sides, is left out.
 *
 * @param number in the name of the file
 * @param animations one array of frames x 10,800 each
 * @param labels seven whole numbers
 */
record ReedCharacter(int number, List<Hdf5Array> animations, int[] labels) implements Serializable {

  static final int ANIMATIONS = 20;
  static final int LABELS = 7;
  static final int SIZE = 60;
  static final int VALUES = 3 * SIZE * SIZE;

  private static final int CELLS = 21;

  /**
   * Reads sizes and labels.
   *
   * @throws org.disentangle.error.InvalidInputException if the file is no such one
   */
  static ReedCharacter read(int number, DataFile file) {
    Hdf5File hdf5 = new Hdf5File(file);
    return hdf5.read(
        open -> {
          List<String> names = hdf5.names(open);
          for (String needed : List.of("sprites", "labels")) {
            if (!names.contains(needed)) {
              throw file.refuse(
                  "no variable "
                      + needed
                      + " among ["
                      + FirstFew.of(names.stream().filter(n -> !n.startsWith("#")).toList())
                      + "]",
                  "a file with sprites and labels",
                  null);
            }
          }
          List<Hdf5Array> animations = new ArrayList<>();
          long[] references = references(file, open.hdf5().getDatasetByPath("sprites"));
          for (int i = 0; i < ANIMATIONS; i++) {
            String name = String.format(Locale.ROOT, "sprites{%d}", i + 1);
            animations.add(animation(Hdf5Array.of(hdf5, open, name, references[i]), open));
          }
          return new ReedCharacter(
              number, animations, labels(Hdf5Array.of(hdf5, open, "labels", -1)));
        });
  }

  private static long[] references(DataFile file, Dataset cells) {
    Object data = cells.getSize() == CELLS ? cells.getDataFlat() : null;
    if (!(data instanceof long[] references)) {
      throw file.refuse(
          String.format(Locale.ROOT, "a variable sprites of %d values", cells.getSize()),
          "a cell of 21 animations",
          null);
    }
    return references;
  }

  private static Hdf5Array animation(Hdf5Array array, Hdf5File.Open open) {
    List<Long> shape = array.shape();
    if (shape.size() != 2 || shape.get(0) < 1 || shape.get(0) > 10_000 || shape.get(1) != VALUES) {
      throw array.refuse(
          "of shape " + shape, "frames x " + VALUES + " (in MATLAB " + VALUES + " x frames)");
    }
    if (array.elementType().kind() != ElementType.Kind.FLOAT) {
      throw array.refuse("of type " + array.elementType(), "floats from 0 to 1");
    }
    return array.requireAllChunks(open);
  }

  private static int[] labels(Hdf5Array array) {
    double[] numbers = array.size() == LABELS ? array.numbers() : new double[0];
    int[] labels = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      if (!(numbers[i] >= 0 && numbers[i] < 1 << 16 && numbers[i] == Math.rint(numbers[i]))) {
        throw array.refuse("with " + numbers[i], "whole numbers from 0");
      }
      labels[i] = (int) numbers[i];
    }
    if (labels.length != LABELS) {
      throw array.refuse("of shape " + array.shape(), "7 numbers");
    }
    return labels;
  }

  int frames(int animation) {
    return animations.get(animation).shape().get(0).intValue();
  }
}
