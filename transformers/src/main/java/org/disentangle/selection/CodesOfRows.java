package org.disentangle.selection;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
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
  private record Place(int seed, ImageDecoder decoder) implements Serializable {

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
   * Encodes.
   *
   * @param models of images of one shape, which the data have in the image column of the first
   * @return [model][image][code]
   */
  public double[][][] of(List<? extends DisentangledModel<?>> models, Dataset<?> data) {
    DisentangledModel<?> first = models.get(0);
    ImageInput input = ImageInput.of(first, data.schema(), first.imageShape());
    Dataset<Row> images = data.select(input.column());
    StructType schema = images.schema();
    Place place = new Place((int) (seed ^ seed >>> Integer.SIZE), input.decoder());
    List<Row> drawn =
        images
            .javaRDD()
            .map(row -> new Tuple2<>(place.of(row.get(0)), row))
            .takeOrdered(sampleSize, new ByPlace())
            .stream()
            .map(Tuple2::_2)
            .toList();
    Dataset<Row> sample = data.sparkSession().createDataFrame(drawn, schema);
    return models.stream().map(model -> codes(model, sample)).toArray(double[][][]::new);
  }

  private static double[][] codes(DisentangledModel<?> model, Dataset<Row> sample) {
    DisentangledModel<?> encoder = model.copy(new ParamMap()).setAppendGenerated(false);
    return encoder.transform(sample).select(encoder.getCodesCol()).collectAsList().stream()
        .map(row -> row.<Float>getList(0).stream().mapToDouble(Float::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
