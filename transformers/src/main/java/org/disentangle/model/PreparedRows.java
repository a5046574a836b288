// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageShape;
import org.disentangle.image.PlanarImage;

/**
 * The rows of one partition with their prepared images.
 *
 * @param cells reads and prepares
 * @param expected the shape that every image must have when prepared
 * @param encoder writes the cells
 */
record PreparedRows(PreparedCells cells, ImageShape expected, ImageEncoder encoder)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return read(cells, rows, this::extended).iterator();
  }

  /**
   * The shapes of the prepared images of some rows, read as far as they are asked for: channels,
   * height and width.
   */
  static Iterator<int[]> shapes(PreparedCells cells, Iterator<Row> rows) {
    return read(cells, rows, (row, image) -> sizes(cells.prepare(image, row).shape())).iterator();
  }

  /**
   * The least and the largest value of the prepared images of some rows; nothing without images.
   */
  static Iterator<float[]> extremes(PreparedCells cells, Iterator<Row> rows) {
    return read(cells, rows, (row, image) -> extremes(cells.prepare(image, row).values()))
        .reduce(PreparedRows::both)
        .stream()
        .iterator();
  }

  private static float[] extremes(float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new float[] {least, most};
  }

  static float[] both(float[] one, float[] other) {
    return new float[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])};
  }

  private static int[] sizes(ImageShape shape) {
    return new int[] {shape.channels(), shape.height(), shape.width()};
  }

  /** What is made of every row whose image is not left out, as far as it is asked for. */
  private static <T> Stream<T> read(
      PreparedCells cells, Iterator<Row> rows, BiFunction<Row, PlanarImage, T> made) {
    AtomicLong number = new AtomicLong();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .flatMap(
            row ->
                read(cells, row, number.getAndIncrement(), rows)
                    .map(image -> made.apply(row, image))
                    .stream());
  }

  private static Optional<PlanarImage> read(
      PreparedCells cells, Row row, long number, Iterator<Row> next) {
    try {
      return cells.read(row, number);
    } catch (InvalidInputException first) {
      throw UnreadableImages.from(first, cells, next);
    }
  }

  private Row extended(Row row, PlanarImage image) {
    PlanarImage prepared = cells.prepare(image, row);
    cells.requireShape(prepared.shape(), expected, image, row);
    return AppendedCells.of(row, withOrigin(encoder.encode(prepared.values()), cells.file(row)));
  }

  private static Object withOrigin(Object cell, String file) {
    return cell instanceof Row image
        ? RowFactory.create(
            file, image.get(1), image.get(2), image.get(3), image.get(4), image.get(5))
        : cell;
  }
}
