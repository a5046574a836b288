package org.disentangle.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageEncoder;
import org.disentangle.net.inference.StyleContentDecoder;

/**
 * The specified and unspecified codes of rows through a decoder, one batch at a time: appends the
 * images.
 */
record DecodedRows(
    StyleContentCoder.Key key, FloatCells specified, FloatCells unspecified, ImageEncoder images)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    StyleContentDecoder decoder = key.take().decoder();
    return new BatchedRows<>(rows, key.batchSize(), batch -> decode(batch, decoder));
  }

  private List<Row> decode(List<Row> batch, StyleContentDecoder decoder) {
    for (int i = 0; i < batch.size(); i++) {
      specified.copy(batch.get(i), decoder.codes(), decoder.specifiedAt(i));
      unspecified.copy(batch.get(i), decoder.codes(), decoder.unspecifiedAt(i));
    }
    float[] made = decoder.decode();
    int size = key.networks().imageShape().size();
    List<Row> results = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      results.add(AppendedCells.of(batch.get(i), images.encode(made, i * size)));
    }
    return results;
  }
}
