// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.AnyShapeDecoder;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ImageSteps;
import org.disentangle.image.PlanarImage;
import org.disentangle.latent.Seeds;
import org.disentangle.stage.InputErrors;

/**
 * Reads the images of rows and does the steps of their preparation.
 *
 * @param column name of the image column
 * @param index its position
 * @param pathIndex position of the column with file names; -1 if there is none
 * @param seed of all that is random
 * @param stretch the least and the largest value of all images, which become 0 and 1; null where
 *     values stay as they are
 * @param skipped counts images that cannot be decoded and are left out; null if they are refused
 */
record PreparedCells(
    InputErrors errors,
    String column,
    int index,
    int pathIndex,
    AnyShapeDecoder decoder,
    ImageSteps steps,
    long seed,
    float[] stretch,
    SkippedImages skipped)
    implements Serializable {

  /** The same with values stretched. */
  PreparedCells stretched(float[] leastAndMost) {
    return new PreparedCells(
        errors, column, index, pathIndex, decoder, steps, seed, leastAndMost, skipped);
  }

  /** The file that a row's image came from; empty if unknown. */
  String file(Row row) {
    String origin = ImageColumns.origin(row.get(index));
    Object file = pathIndex < 0 ? null : row.get(pathIndex);
    return !origin.isEmpty() || file == null ? origin : file.toString();
  }

  /**
   * The image as it is in the row.
   *
   * @param number of the row in its partition
   * @return empty if it cannot be decoded and such rows are left out
   * @throws IllegalArgumentException if it cannot be decoded and such rows are refused
   */
  Optional<PlanarImage> read(Row row, long number) {
    try {
      return Optional.of(decoder.decode(row.get(index), file(row)));
    } catch (InvalidInputException e) {
      if (skipped == null) {
        throw e;
      }
      String file = file(row);
      String place = TaskContext.getPartitionId() + "/" + number;
      skipped.add(file.isEmpty() ? place : file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether the image of a row can be decoded. */
  boolean isReadable(Row row) {
    try {
      decoder.decode(row.get(index), file(row));
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  /**
   * The image after all steps.
   *
   * @throws IllegalArgumentException if it is smaller than its centre should be
   */
  PlanarImage prepare(PlanarImage image, Row row) {
    if (!steps.fit(image.shape())) {
      throw errors.column(
          column,
          found(image, row),
          String.format(
              Locale.ROOT,
              "at least %d rows and columns, to cut the centre out",
              steps.crop().size()),
          "Lower cropSize, or leave such images out first.");
    }
    long drawn = steps.areRandom() ? Seeds.mix(seed, RowHash.of(row)) : 0;
    PlanarImage prepared = steps.apply(image, drawn);
    return stretch == null ? prepared : prepared.stretched(stretch[0], stretch[1]);
  }

  /**
   * Refuses an image that differs from the rest after all steps.
   *
   * @param image as it is in the row
   */
  void requireShape(ImageShape prepared, ImageShape expected, PlanarImage image, Row row) {
    if (!prepared.equals(expected)) {
      throw errors.column(
          column,
          found(image, row),
          String.format(
              Locale.ROOT,
              "images that all have shape %s (channels x height x width) when prepared",
              expected),
          prepared.channels() == expected.channels()
              ? "Set cropSize or imageSize to bring them to one size."
              : "Set colourMode to 'grey' or 'rgb'.");
    }
  }

  private String found(PlanarImage image, Row row) {
    String file = file(row);
    return "an image of shape " + image.shape() + (file.isEmpty() ? "" : " in file " + file);
  }
}
