package org.disentangle.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageEncoder;
import org.disentangle.net.inference.Generator;
import scala.Function1;

/**
 * Ids to rows of Spark's own kind, one batch of the generator at a time.
 *
 * @param imageType type of the image column
 */
record LabelledBatches(LatentDraw draw, GeneratorKey key, ImageEncoder images, DataType imageType)
    implements Serializable {

  /**
   * @param schema id, codes, noise if there is any, image
   */
  static LabelledBatches of(InfoGanCrModel model, CodeSampler sampler, StructType schema) {
    return new LabelledBatches(
        LatentDraw.of(sampler),
        model.generatorKey(),
        model.imageEncoder(),
        schema.apply(model.getGeneratedCol()).dataType());
  }

  /** The rows of a partition that is one range. */
  Iterator<InternalRow> rows(Iterator<LabelledRows.Range> partition) {
    LabelledRows.Range range = partition.next();
    Generator generator = TaskLoan.take(Generation.GENERATORS, key);
    Function1<Object, Object> cells = CatalystTypeConverters.createToCatalystConverter(imageType);
    return new BatchedRows<>(
        LongStream.range(range.start(), range.end()).iterator(),
        key.batchSize(),
        ids -> rows(ids, generator, cells));
  }

  private List<InternalRow> rows(
      List<Long> ids, Generator generator, Function1<Object, Object> cells) {
    int length = draw.space().size();
    float[] latents = generator.latents();
    for (int i = 0; i < ids.size(); i++) {
      System.arraycopy(draw.of(ids.get(i)), 0, latents, i * length, length);
    }
    float[] pixels = generator.generate(ids.size());
    int size = pixels.length / ids.size();
    List<InternalRow> rows = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      rows.add(row(ids.get(i), latents, i * length, cell(pixels, i * size, cells)));
    }
    return rows;
  }

  private InternalRow row(long id, float[] latents, int at, Object image) {
    int noiseAt = at + draw.space().numCodes();
    Object codes = array(latents, at, noiseAt);
    return draw.space().noiseDim() == 0
        ? new GenericInternalRow(new Object[] {id, codes, image})
        : new GenericInternalRow(
            new Object[] {id, codes, array(latents, noiseAt, at + draw.space().size()), image});
  }

  private Object cell(float[] pixels, int from, Function1<Object, Object> cells) {
    Object cell = images.encode(pixels, from);
    return cell instanceof float[] values
        ? UnsafeArrayData.fromPrimitiveArray(values)
        : cells.apply(cell);
  }

  private static UnsafeArrayData array(float[] values, int from, int to) {
    return UnsafeArrayData.fromPrimitiveArray(Arrays.copyOfRange(values, from, to));
  }
}
