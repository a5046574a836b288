// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageDecoder;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ImageInput;
import org.disentangle.stage.ExactColumn;

/**
 * Some images of the data, to be encoded one by one.
 *
 * @param pixels of each image channels x height x width values in [0, 1]
 */
public record DataImages(List<float[]> pixels) {

  /** Without data. */
  public static final DataImages NONE = new DataImages(List.of());

  /** The most images that are kept; of more, that many are drawn at random. */
  static final int MOST = 500;

  private static final double MORE = 1.3;
  private static final long SEED = 42;

  /**
   * Reads them, once, from the model's image column.
   *
   * @throws org.disentangle.error.InvalidInputException if there is no column of images of the
   *     model's shape
   */
  public static DataImages of(DisentangledModel<?> model, Dataset<Row> data) {
    ImageDecoder decoder = ImageInput.of(model, data.schema(), model.imageShape()).decoder();
    Dataset<Row> images = data.select(ExactColumn.named(model.getImageCol()));
    double share = MORE * MOST / Math.max(1, data.count());
    List<Row> some =
        new ArrayList<>((share < 1 ? images.sample(false, share, SEED) : images).collectAsList());
    Collections.shuffle(some, new Random(SEED));
    return new DataImages(
        some.stream().limit(MOST).map(row -> decoder.decode(row.get(0))).toList());
  }
}
