// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;

/**
 * The rows of one partition through the networks, one batch at a time.
 *
 * @param inference images to codes; null if the rows have codes
 * @param generation codes to images; null if no images are wanted
 * @param batchSize rows per batch
 */
record ModelRows(Inference inference, Generation generation, int batchSize)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Encoder encoder = inference == null ? null : inference.key().take();
    Generator generator = generation == null ? null : generation.key().take();
    return new BatchedRows<>(rows, batchSize, batch -> transform(batch, encoder, generator));
  }

  private List<Row> transform(List<Row> batch, Encoder encoder, Generator generator) {
    float[] codes = encoder == null ? null : inference.codes(batch, encoder);
    float[] pixels = generator == null ? null : generation.pixels(batch, codes, generator);
    List<Row> results = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      List<Object> cells = new ArrayList<>(2);
      if (codes != null && inference.append()) {
        cells.add(part(codes, i, batch.size()));
      }
      for (int code = 0; codes != null && code < inference.probabilities(); code++) {
        cells.add(Vectors.dense(encoder.probabilities(i, batch.size(), code)));
      }
      if (pixels != null) {
        cells.add(generation.images().encode(pixels, i * generator.imageSize()));
      }
      results.add(AppendedCells.of(batch.get(i), cells.toArray()));
    }
    return results;
  }

  /** What belongs to one of {@code count} rows, in values that lie row by row. */
  private static float[] part(float[] values, int row, int count) {
    int size = values.length / count;
    return Arrays.copyOfRange(values, row * size, (row + 1) * size);
  }
}
