// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageDecoder;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ImageInput;
import scala.Tuple2;

/**
 * The codes that several models give the same images. Which images of a larger data set follows
 * from the seed and their contents, whatever the order and partitioning.
 *
 * @param sampleSize images; all of a data set that has no more
 */
public record CodesOfRows(int sampleSize, long seed) implements Serializable {

  /** An image's place in the draw. */
  private record PlaceInDraw(int seed, ImageDecoder decoder) implements Serializable {

    long of(Object cell) {
      float[] pixels = decoder.decode(cell);
      ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Float.BYTES);
      bytes.asFloatBuffer().put(pixels);
      return MurmurHash3.hash128x64(bytes.array(), 0, bytes.capacity(), seed)[0];
    }
  }

  private static final class ByPlace implements Comparator<Tuple2<Long, Row>>, Serializable {
    @Override
    public int compare(Tuple2<Long, Row> one, Tuple2<Long, Row> other) {
      return Long.compare(one._1(), other._1());
    }
  }

  /**
   * What all models make of the same images.
   *
   * @param codes means, [model][image][code]
   * @param divergences mean over the images of each code's divergence from the prior, in nats,
   *     [model][code]; infinite for models without one, 0 for codes that do not vary
   */
  public record Encoded(double[][][] codes, double[][] divergences) {}

  /**
   * Encodes.
   *
   * @param models of images of one shape, which the data have in the image column of the first
   */
  public Encoded of(List<? extends DisentangledModel<?>> models, Dataset<?> data) {
    DisentangledModel<?> first = models.get(0);
    ImageInput input = ImageInput.of(first, data.schema(), first.imageShape());
    PlaceInDraw place = new PlaceInDraw((int) (seed ^ seed >>> Integer.SIZE), input.decoder());
    JavaRDD<Row> drawn =
        JavaSparkContext.fromSparkContext(data.sparkSession().sparkContext())
            .parallelize(drawn(data.select(input.column()), place));
    List<EncodedImages> encoded =
        models.stream()
            .map(
                model -> new EncodedImages(model.encoderKey(model.getBatchSize()), input.decoder()))
            .toList();
    double[][][] codes = new double[models.size()][][];
    double[][] divergences = new double[models.size()][];
    for (int i = 0; i < codes.length; i++) {
      List<double[][]> images = drawn.mapPartitions(encoded.get(i)).collect();
      codes[i] = images.stream().map(image -> image[EncodedImages.CODES]).toArray(double[][]::new);
      divergences[i] = EncodedImages.meanDivergences(images);
    }
    return new Encoded(codes, divergences);
  }

  private List<Row> drawn(Dataset<Row> images, PlaceInDraw place) {
    return images
        .javaRDD()
        .map(row -> new Tuple2<>(place.of(row.get(0)), row))
        .takeOrdered(sampleSize, new ByPlace())
        .stream()
        .map(Tuple2::_2)
        .toList();
  }
}
