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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageEncoder;
import org.disentangle.net.inference.Generator;
import scala.Function1;

/**
 * The rows that a sampler and a model make of ids, in one pass and in Spark's own form: equal to
 * {@code model.transform(sampler.transform(ids))}, but without a Row between the stages.
 */
public final class LabelledRows implements Serializable {

  private final LatentDraw draw;
  private final GeneratorKey key;
  private final ImageEncoder images;
  private final StructType schema;

  /**
   * @param sampler for this model: {@link CodeSampler#of}
   * @throws org.disentangle.stage.InvalidInputException if the two do not fit
   */
  public LabelledRows(InfoGanCrModel model, CodeSampler sampler) {
    StructType ids = new StructType().add(sampler.getIdCol(), DataTypes.LongType, false);
    schema = model.transformSchema(sampler.transformSchema(ids));
    draw = LatentDraw.of(sampler);
    key = model.generatorKey();
    images = model.imageEncoder();
  }

  /** Id, codes, noise if there is any, image. */
  public StructType schema() {
    return schema;
  }

  /**
   * Rows in the order of their ids, one batch of the generator at a time; to be called in a Spark
   * task.
   *
   * @param start first id
   * @param end the one after the last
   */
  public Iterator<InternalRow> range(long start, long end) {
    Generator generator = TaskLoan.take(Generation.GENERATORS, key);
    Function1<Object, Object> cells =
        CatalystTypeConverters.createToCatalystConverter(
            schema.fields()[schema.length() - 1].dataType());
    return new BatchedRows<>(
        LongStream.range(start, end).iterator(),
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
    int size = generator.imageSize();
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
