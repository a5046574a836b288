// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageGrid;
import org.disentangle.net.inference.StyleContentDecoder;
import org.disentangle.net.inference.StyleContentEncoder;
import org.disentangle.stage.InputErrors;

/**
 * Pictures of what a model of specified and unspecified codes has learned, as in the figures of
 * Mathieu et al. (2016). They are made on the driver, of few images.
 *
 * <pre>{@code
 * new StyleGrids(model).swapping(images.limit(10), others.limit(10)).write(file, false);
 * }</pre>
 */
public final class StyleGrids {

  /** The cell where row and column meet has the grid's background. */
  private static final float BACKGROUND = 228 / 255f;

  private final StyleContentModel model;

  public StyleGrids(StyleContentModel model) {
    this.model = model;
  }

  /**
   * Swapping: the first row shows the images that give the specified code, the first column those
   * that give the unspecified one, every other cell what the decoder makes of the two.
   *
   * @param specified rows with the model's image column, in their order
   * @param unspecified rows with the model's image column, in their order
   * @throws org.disentangle.error.InvalidInputException if there are no rows, or the image column
   *     is missing or holds no such images
   */
  public ImageGrid swapping(Dataset<?> specified, Dataset<?> unspecified) {
    List<float[]> across = images(specified);
    List<float[]> down = unspecified == specified ? across : images(unspecified);
    try (StyleContentCoder coder = model.key().open()) {
      List<float[]> contents = codes(coder, across).stream().map(Codes::specified).toList();
      List<float[]> styles = codes(coder, down).stream().map(Codes::unspecified).toList();
      List<List<float[]>> grid = new ArrayList<>();
      List<float[]> first = new ArrayList<>();
      float[] corner = new float[model.imageShape().size()];
      Arrays.fill(corner, BACKGROUND);
      first.add(corner);
      first.addAll(across);
      grid.add(first);
      for (int row = 0; row < down.size(); row++) {
        List<float[]> cells = new ArrayList<>();
        cells.add(down.get(row));
        for (float[] content : contents) {
          cells.add(image(coder, content, styles.get(row)));
        }
        grid.add(cells);
      }
      return new ImageGrid(model.imageShape(), grid);
    }
  }

  /**
   * Conditional generation: every row begins with an image, and shows images of its specified code
   * with unspecified codes that are drawn from their prior N(0, I), the same in every row.
   *
   * @param specified rows with the model's image column
   * @param count drawn images per row, at least 1
   * @throws org.disentangle.error.InvalidInputException if there are no rows, the image column is
   *     missing or holds no such images, or count is less than 1
   */
  public ImageGrid sampling(Dataset<?> specified, int count) {
    if (count < 1) {
      throw InputErrors.of(model).parameter("count", count, "at least 1");
    }
    List<float[]> images = images(specified);
    SplittableRandom random = new SplittableRandom(model.getSeed());
    List<float[]> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] code = new float[model.unspecifiedDim()];
      for (int j = 0; j < code.length; j++) {
        code[j] = (float) random.nextGaussian();
      }
      drawn.add(code);
    }
    try (StyleContentCoder coder = model.key().open()) {
      List<Codes> codes = codes(coder, images);
      List<List<float[]>> grid = new ArrayList<>();
      for (int row = 0; row < images.size(); row++) {
        List<float[]> cells = new ArrayList<>(List.of(images.get(row)));
        for (float[] unspecified : drawn) {
          cells.add(image(coder, codes.get(row).specified(), unspecified));
        }
        grid.add(cells);
      }
      return new ImageGrid(model.imageShape(), grid);
    }
  }

  /**
   * Retrieval: every row begins with an image, and shows the nearest others by one of the codes,
   * the nearest first.
   *
   * @param queries rows with the model's image column
   * @param gallery rows with the model's image column, which are all held in memory
   * @param by the code
   * @param count images per row, at least 1 and at most those of the gallery
   * @throws org.disentangle.error.InvalidInputException if there are no rows, the image column is
   *     missing or holds no such images, or the gallery has fewer images than that
   */
  public ImageGrid retrieval(
      Dataset<?> queries, Dataset<?> gallery, StyleRetrieval.By by, int count) {
    List<float[]> asked = images(queries);
    List<float[]> known = images(gallery);
    if (count < 1 || count > known.size()) {
      throw InputErrors.of(model)
          .parameter("count", count, "from 1 to the " + known.size() + " images of the gallery");
    }
    try (StyleContentCoder coder = model.key().open()) {
      List<float[]> ofAsked = codes(coder, asked).stream().map(one -> one.of(by)).toList();
      List<float[]> ofKnown = codes(coder, known).stream().map(one -> one.of(by)).toList();
      List<List<float[]>> grid = new ArrayList<>();
      for (int row = 0; row < asked.size(); row++) {
        float[] query = ofAsked.get(row);
        double[] distances = ofKnown.stream().mapToDouble(code -> distance(query, code)).toArray();
        List<float[]> cells = new ArrayList<>(List.of(asked.get(row)));
        IntStream.range(0, known.size())
            .boxed()
            .sorted(Comparator.comparingDouble(one -> distances[one]))
            .limit(count)
            .forEach(one -> cells.add(known.get(one)));
        grid.add(cells);
      }
      return new ImageGrid(model.imageShape(), grid);
    }
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
    }
    return sum;
  }

  /**
   * Interpolation: from the image at the upper left to that at the lower right the specified code
   * moves along every row, the unspecified one along every column.
   *
   * @param ends two rows with the model's image column
   * @param steps rows and columns of the grid, at least 2
   * @throws org.disentangle.error.InvalidInputException if there are not two rows, or the image
   *     column is missing or holds no such images
   */
  public ImageGrid interpolation(Dataset<?> ends, int steps) {
    int last = new StyleInterpolation(model, steps).steps() - 1;
    List<float[]> images = images(ends);
    if (images.size() != 2) {
      throw InputErrors.of(model).rows(images.size() + " images", "two, the ends", "Add limit(2).");
    }
    try (StyleContentCoder coder = model.key().open()) {
      List<Codes> codes = codes(coder, images);
      List<List<float[]>> grid = new ArrayList<>();
      for (int row = 0; row <= last; row++) {
        List<float[]> cells = new ArrayList<>();
        for (int column = 0; column <= last; column++) {
          cells.add(
              image(
                  coder,
                  between(codes.get(0).specified(), codes.get(1).specified(), column, last),
                  between(codes.get(0).unspecified(), codes.get(1).unspecified(), row, last)));
        }
        grid.add(cells);
      }
      return new ImageGrid(model.imageShape(), grid);
    }
  }

  private static float[] between(float[] from, float[] to, int step, int last) {
    return StyleInterpolation.line(from, to, (double) step / last);
  }

  private List<float[]> images(Dataset<?> rows) {
    ImageInput input = ImageInput.of(model, rows.schema(), model.imageShape());
    List<float[]> images = new ArrayList<>();
    for (Row row : rows.select(input.column()).collectAsList()) {
      images.add(input.decoder().decode(row.get(0)));
    }
    if (images.isEmpty()) {
      throw InputErrors.of(model).rows("none", "images to show");
    }
    return images;
  }

  private record Codes(float[] specified, float[] unspecified) {

    float[] of(StyleRetrieval.By by) {
      return by == StyleRetrieval.By.SPECIFIED ? specified : unspecified;
    }
  }

  private List<Codes> codes(StyleContentCoder coder, List<float[]> images) {
    List<Codes> codes = new ArrayList<>();
    int batch = model.getBatchSize();
    int size = model.imageShape().size();
    for (int from = 0; from < images.size(); from += batch) {
      int count = Math.min(batch, images.size() - from);
      for (int i = 0; i < count; i++) {
        System.arraycopy(images.get(from + i), 0, coder.encoder().pixels(), i * size, size);
      }
      StyleContentEncoder.Codes found = coder.encoder().encode(count);
      for (int i = 0; i < count; i++) {
        codes.add(
            new Codes(
                part(found.specified(), i, model.specifiedDim()),
                part(found.unspecified(), i, model.unspecifiedDim())));
      }
    }
    return codes;
  }

  private static float[] part(float[] values, int image, int length) {
    return Arrays.copyOfRange(values, image * length, (image + 1) * length);
  }

  private float[] image(StyleContentCoder coder, float[] specified, float[] unspecified) {
    StyleContentDecoder decoder = coder.decoder();
    System.arraycopy(specified, 0, decoder.codes(), decoder.specifiedAt(0), specified.length);
    System.arraycopy(unspecified, 0, decoder.codes(), decoder.unspecifiedAt(0), unspecified.length);
    return Arrays.copyOf(decoder.decode(), model.imageShape().size());
  }
}
