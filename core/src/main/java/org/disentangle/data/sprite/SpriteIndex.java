// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.disentangle.data.GridSelection;
import org.disentangle.data.RecordStream;
import org.disentangle.data.Sample;
import org.disentangle.data.npz.NpyArray;
import org.disentangle.data.npz.NpzFile;

/**
 * Which images of a file are in a data set, and what is on them.
 *
 * @param records for each row the number of its image in the file, rising
 * @param gridIndices for each row the index of its factors in {@link SpriteGrid}
 */
record SpriteIndex(int[] records, int[] gridIndices) implements Serializable {

  private static final String ARRAY = "latents_classes";
  private static final int COLOURS = 1;

  /**
   * Reads the classes of all images and keeps those whose factors are selected.
   *
   * @param images how many there have to be
   */
  static SpriteIndex read(NpzFile file, long images, GridSelection selection) {
    NpyArray array = file.array(ARRAY);
    array.require(NpyArray.INT64, List.of(COLOURS + (long) SpriteFactor.ALL.size()));
    if (array.records() != images) {
      throw array.refuse(
          String.format(Locale.ROOT, "of %d rows", array.records()),
          String.format(Locale.ROOT, "one for each of the %d images", images));
    }
    int[] records = new int[(int) images];
    int[] gridIndices = new int[records.length];
    int selected = 0;
    try (RecordStream stream = array.open()) {
      for (int record = 0; record < images; record++) {
        int[] factors = factors(array, record, stream.read(record));
        if (selection.contains(factors)) {
          records[selected] = record;
          gridIndices[selected++] = SpriteGrid.index(factors);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (selected == 0) {
      throw array.refuse("without any of the chosen factors", "some of " + selection.indices());
    }
    return new SpriteIndex(Arrays.copyOf(records, selected), Arrays.copyOf(gridIndices, selected));
  }

  private static int[] factors(NpyArray array, int record, byte[] bytes) {
    LongBuffer classes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    requireClass(array, record, "colour", classes.get(0), COLOURS);
    int[] factors = new int[SpriteFactor.ALL.size()];
    for (SpriteFactor factor : SpriteFactor.ALL) {
      int place = factor.ordinal();
      long found = classes.get(COLOURS + place);
      requireClass(array, record, factor.id(), found, factor.count());
      factors[place] = (int) found;
    }
    return factors;
  }

  private static void requireClass(
      NpyArray array, int record, String factor, long found, int count) {
    if (found < 0 || found >= count) {
      throw array.refuse(
          String.format(Locale.ROOT, "with %s %d in row %d", factor, found, record),
          String.format(Locale.ROOT, "0 to %d", count - 1));
    }
  }

  int rows() {
    return records.length;
  }

  /** The rows that a sample draws. */
  SpriteIndex sampled(Sample sample) {
    IntUnaryOperator member = sample.memberOfRow();
    return new SpriteIndex(
        IntStream.range(0, sample.rows()).map(row -> records[member.applyAsInt(row)]).toArray(),
        IntStream.range(0, sample.rows())
            .map(row -> gridIndices[member.applyAsInt(row)])
            .toArray());
  }
}
