// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageDecoder;
import org.disentangle.model.BatchedRows;
import org.disentangle.model.EncoderKey;
import org.disentangle.net.inference.Encoder;

/** One model's codes of the images in the first column of some rows. For one Spark task. */
record EncodedImages(EncoderKey key, ImageDecoder decoder)
    implements FlatMapFunction<Iterator<Row>, double[][]> {

  /** What is known of an image: the means of its codes. */
  static final int CODES = 0;

  /** And the divergence of each code from the prior, in nats; infinite for models without one. */
  static final int DIVERGENCES = 1;

  @Override
  public Iterator<double[][]> call(Iterator<Row> rows) {
    Encoder encoder = key.take();
    return new BatchedRows<>(rows, key.batchSize(), batch -> encoded(batch, encoder));
  }

  private List<double[][]> encoded(List<Row> batch, Encoder encoder) {
    for (int image = 0; image < batch.size(); image++) {
      float[] planes = decoder.decode(batch.get(image).get(0));
      System.arraycopy(planes, 0, encoder.pixels(), image * planes.length, planes.length);
    }
    float[] found = encoder.encode(batch.size());
    int codes = found.length / batch.size();
    List<double[][]> images = new ArrayList<>(batch.size());
    for (int image = 0; image < batch.size(); image++) {
      double[][] one = new double[2][codes];
      for (int code = 0; code < codes; code++) {
        int at = image * codes + code;
        one[CODES][code] = found[at];
        one[DIVERGENCES][code] = encoder.divergence(found, at);
      }
      images.add(one);
    }
    return images;
  }

  /** Mean over the images; 0 for a code that does not vary. */
  static double[] meanDivergences(List<double[][]> images) {
    double[] means = new double[images.get(0)[DIVERGENCES].length];
    for (int i = 0; i < means.length; i++) {
      int code = i;
      boolean varies =
          images.stream().mapToDouble(image -> image[CODES][code]).distinct().count() > 1;
      means[code] =
          varies
              ? images.stream().mapToDouble(image -> image[DIVERGENCES][code]).sum() / images.size()
              : 0;
    }
    return means;
  }
}
