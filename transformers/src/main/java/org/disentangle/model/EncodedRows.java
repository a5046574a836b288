package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.disentangle.net.inference.StyleContentEncoder;

/**
 * The images of rows through an encoder of specified and unspecified codes, one batch at a time:
 * appends the codes that are wanted, specified before unspecified.
 */
record EncodedRows(
    StyleContentCoder.Key key, ImageInput images, boolean specified, boolean unspecified)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    StyleContentEncoder encoder = key.take().encoder();
    return new BatchedRows<>(rows, key.batchSize(), batch -> encode(batch, encoder));
  }

  private List<Row> encode(List<Row> batch, StyleContentEncoder encoder) {
    int size = key.networks().imageShape().size();
    for (int i = 0; i < batch.size(); i++) {
      float[] planes = images.decoder().decode(batch.get(i).get(images.index()));
      System.arraycopy(planes, 0, encoder.pixels(), i * size, size);
    }
    StyleContentEncoder.Codes codes = encoder.encode(batch.size());
    List<Row> results = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      List<Object> cells = new ArrayList<>(2);
      if (specified) {
        cells.add(part(codes.specified(), i, key.networks().specifiedDim()));
      }
      if (unspecified) {
        cells.add(part(codes.unspecified(), i, key.networks().unspecifiedDim()));
      }
      results.add(AppendedCells.of(batch.get(i), cells.toArray()));
    }
    return results;
  }

  private static float[] part(float[] values, int row, int size) {
    return Arrays.copyOfRange(values, row * size, (row + 1) * size);
  }
}
