// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    List<float[]> down = images(unspecified);
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

  private record Codes(float[] specified, float[] unspecified) {}

  private static List<Codes> codes(StyleContentCoder coder, List<float[]> images) {
    List<Codes> codes = new ArrayList<>();
    for (float[] image : images) {
      System.arraycopy(image, 0, coder.encoder().pixels(), 0, image.length);
      StyleContentEncoder.Codes found = coder.encoder().encode(1);
      codes.add(new Codes(found.specified(), found.unspecified()));
    }
    return codes;
  }

  private float[] image(StyleContentCoder coder, float[] specified, float[] unspecified) {
    StyleContentDecoder decoder = coder.decoder();
    System.arraycopy(specified, 0, decoder.codes(), decoder.specifiedAt(0), specified.length);
    System.arraycopy(unspecified, 0, decoder.codes(), decoder.unspecifiedAt(0), unspecified.length);
    return Arrays.copyOf(decoder.decode(), model.imageShape().size());
  }
}
