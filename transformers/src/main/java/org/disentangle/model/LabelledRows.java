// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.InnerImageCells;
import org.disentangle.net.inference.Generator;

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

  /**
   * Rows of ids that follow each other, made one batch of the generator at a time, in one object.
   */
  private static final class LabelledRange implements Iterator<InternalRow> {

    private static final int ID = 0;
    private static final int CODES = 1;
    private static final int NOISE = 2;

    private final long end;
    private final LatentDraw draw;
    private final Generator generator;
    private final InnerImageCells images;
    private final float[] pixels;
    private ByteBuffer bytes;
    private final int latentSize;
    private final UnsafeArrayData codes;
    private final UnsafeArrayData noise;
    private final GenericInternalRow row;
    private long next;
    private int inBatch;
    private int batch;

    /**
     * @param start first id
     * @param end the one after the last
     */
    LabelledRange(
        long start, long end, LatentDraw draw, Generator generator, InnerImageCells images) {
      next = start;
      this.end = end;
      this.draw = draw;
      this.generator = generator;
      this.images = images;
      pixels = new float[generator.imageSize()];
      latentSize = draw.space().size();
      codes = array(draw.space().numCodes());
      noise = array(draw.space().noiseDim());
      row = new GenericInternalRow(noise.numElements() == 0 ? NOISE + 1 : NOISE + 2);
      row.update(CODES, codes);
      if (noise.numElements() > 0) {
        row.update(NOISE, noise);
      }
    }

    private static UnsafeArrayData array(int length) {
      return UnsafeArrayData.fromPrimitiveArray(new float[length]);
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (inBatch == batch) {
        generate();
      }
      row.update(ID, next);
      fill(codes, inBatch * latentSize);
      fill(noise, inBatch * latentSize + codes.numElements());
      row.update(row.numFields() - 1, image());
      next++;
      inBatch++;
      return row;
    }

    private Object image() {
      if (bytes != null) {
        return images.reusedCell(bytes, inBatch * pixels.length);
      }
      generator.read(inBatch, pixels, 0);
      return images.reusedCell(pixels, 0);
    }

    private void generate() {
      batch = (int) Math.min(generator.batchSize(), end - next);
      inBatch = 0;
      for (int i = 0; i < batch; i++) {
        System.arraycopy(draw.of(next + i), 0, generator.latents(), i * latentSize, latentSize);
      }
      generator.make(batch);
      bytes = images.takesBytes() ? generator.bytes() : null;
    }

    private void fill(UnsafeArrayData array, int from) {
      for (int i = 0; i < array.numElements(); i++) {
        array.setFloat(i, generator.latents()[from + i]);
      }
    }
  }
}
