package org.disentangle.model;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.InnerImageCells;

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
   * @throws org.disentangle.error.InvalidInputException if the two do not fit
   */
  public LabelledRows(DisentangledModel<?> model, CodeSampler sampler) {
    StructType ids = new StructType().add(sampler.getIdCol(), DataTypes.LongType, false);
    schema = model.transformSchema(sampler.transformSchema(ids));
    draw = LatentDraw.of(sampler);
    key = model.generatorKey(model.getBatchSize());
    images = model.imageEncoder();
  }

  /** Id, codes, noise if there is any, image. */
  public StructType schema() {
    return schema;
  }

  /**
   * Rows in the order of their ids; to be called in a Spark task. The iterator has one row, which
   * changes with the next.
   *
   * @param start first id
   * @param end the one after the last
   */
  public Iterator<InternalRow> range(long start, long end) {
    return new LabelledRange(start, end, draw, key.take(), new InnerImageCells(images));
  }
}
