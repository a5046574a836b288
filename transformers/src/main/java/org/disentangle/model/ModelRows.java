package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageEncoder;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.net.IdlePool;
import org.disentangle.net.inference.Encoder;
import org.disentangle.net.inference.Generator;

/**
 * The rows of one partition through the networks, one batch at a time.
 *
 * @param image how images are read; null if codes are given
 * @param imageIndex position of the image column
 * @param codes how codes are read; null if they are inferred
 * @param noise how noise is read; null if it is drawn
 * @param generated how images are written; null if none are
 * @param appendCodes whether inferred codes are appended
 * @param seed where drawn noise comes from
 */
record ModelRows(
    EncoderKey encoder,
    GeneratorKey generator,
    ImageDecoder image,
    int imageIndex,
    FloatCells codes,
    FloatCells noise,
    ImageEncoder generated,
    boolean appendCodes,
    long seed)
    implements MapPartitionsFunction<Row, Row> {

  private static final IdlePool<EncoderKey, Encoder> ENCODERS = new IdlePool<>(EncoderKey::open);
  private static final IdlePool<GeneratorKey, Generator> GENERATORS =
      new IdlePool<>(GeneratorKey::open);

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Encoder encoder = codes == null ? ENCODERS.take(this.encoder) : null;
    Generator generator = generated == null ? null : GENERATORS.take(this.generator);
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              if (encoder != null) {
                ENCODERS.giveBack(this.encoder, encoder);
              }
              if (generator != null) {
                GENERATORS.giveBack(this.generator, generator);
              }
            });
    return new Batches(rows, encoder, generator);
  }

  private final class Batches implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Encoder encoder;
    private final Generator generator;
    private final List<Row> batch = new ArrayList<>();
    private Iterator<Row> ready = batch.iterator();

    Batches(Iterator<Row> rows, Encoder encoder, Generator generator) {
      this.rows = rows;
      this.encoder = encoder;
      this.generator = generator;
    }

    @Override
    public boolean hasNext() {
      return ready.hasNext() || rows.hasNext();
    }

    @Override
    public Row next() {
      if (!ready.hasNext()) {
        if (!rows.hasNext()) {
          throw new NoSuchElementException();
        }
        ready = transform();
      }
      return ready.next();
    }

    private Iterator<Row> transform() {
      batch.clear();
      int limit = encoder == null ? generator.batchSize() : encoder.batchSize();
      while (batch.size() < limit && rows.hasNext()) {
        batch.add(rows.next());
      }
      float[] codeValues = encoder == null ? null : infer();
      float[] pixels = generator == null ? null : generate(codeValues);
      List<Row> results = new ArrayList<>(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        results.add(append(i, codeValues, pixels));
      }
      return results.iterator();
    }

    private float[] infer() {
      int size = encoder.pixels().length / encoder.batchSize();
      for (int i = 0; i < batch.size(); i++) {
        float[] planes = image.decode(batch.get(i).get(imageIndex));
        System.arraycopy(planes, 0, encoder.pixels(), i * size, size);
      }
      return encoder.encode(batch.size());
    }

    private float[] generate(float[] inferred) {
      LatentSpace space = ModelRows.this.generator.latent();
      float[] latents = generator.latents();
      for (int i = 0; i < batch.size(); i++) {
        int at = i * space.size();
        if (inferred == null) {
          codes.copy(batch.get(i), latents, at);
        } else {
          for (int code = 0; code < space.numCodes(); code++) {
            float value = inferred[i * space.numCodes() + code];
            latents[at + code] = Math.max(LatentSpace.LOW, Math.min(LatentSpace.HIGH, value));
          }
        }
        if (noise == null) {
          drawNoise(latents, at, space);
        } else {
          noise.copy(batch.get(i), latents, at + space.numCodes());
        }
      }
      return generator.generate(batch.size());
    }

    /** The noise of a row follows from the seed and the row's codes, wherever the row is. */
    private void drawNoise(float[] latents, int at, LatentSpace space) {
      int first = at + space.numCodes();
      long hash = Arrays.hashCode(Arrays.copyOfRange(latents, at, first));
      float[] drawn =
          new LatentSpace(1, Math.max(0, space.noiseDim() - 1))
              .sample(1, new SplittableRandom(Seeds.mix(seed, hash)));
      System.arraycopy(drawn, 0, latents, first, space.noiseDim());
    }

    private Row append(int i, float[] codeValues, float[] pixels) {
      Row row = batch.get(i);
      List<Object> values = new ArrayList<>(row.size() + 2);
      for (int column = 0; column < row.size(); column++) {
        values.add(row.get(column));
      }
      if (codeValues != null && appendCodes) {
        int numCodes = codeValues.length / batch.size();
        values.add(Arrays.copyOfRange(codeValues, i * numCodes, (i + 1) * numCodes));
      }
      if (pixels != null) {
        int size = pixels.length / batch.size();
        values.add(generated.encode(Arrays.copyOfRange(pixels, i * size, (i + 1) * size)));
      }
      return RowFactory.create(values.toArray());
    }
  }
}
