// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Place;
import org.disentangle.image.ImageGrid;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.net.inference.Generator;

/**
 * A picture of what each code does: one row per code for each of several random latent vectors, the
 * code going from its low end at the left (-1; -2 where the prior is normal) to its high end at the
 * right while everything else stays. Another range of continuous codes, also beyond that of their
 * prior, is that of {@link #range}. A categorical code goes through its categories. Rows are
 * labelled with the code and with the number of the image that they start from.
 *
 * <pre>{@code
 * new Traversal(model).samples(4).steps(9).write(Path.of("traversal.png"), false);
 * }</pre>
 */
public final class Traversal {

  private static final int MOST_IMAGES = 100_000;

  private final DisentangledModel<?> model;
  private int samples = 3;
  private int steps = 10;
  private long seed = 42;
  private float[] range;
  private int[] codes;
  private int[] categoryOrder;
  private String[] names = {};

  public Traversal(DisentangledModel<?> model) {
    this.model = model;
  }

  /** Latent vectors to traverse from, at least 1; no more than 100,000 images in all. Default 3. */
  public Traversal samples(int samples) {
    this.samples = requireAtLeast("samples", samples, 1);
    return this;
  }

  /** Images a row, at least 2, or as many as a code has categories. Default 10. */
  public Traversal steps(int steps) {
    this.steps = requireAtLeast("steps", steps, 2);
    return this;
  }

  /** Where the latent vectors come from. Default 42. */
  public Traversal seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * The ends of continuous codes, also outside of what a transform takes: InfoGAN's figures have -2
   * to 2. Default: those of the prior.
   *
   * @throws InvalidInputException if they are not finite, or equal
   */
  public Traversal range(double from, double to) {
    if (!isRange(from, to)) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Traversal: the range is from %s to %s; expected two different finite numbers",
              from,
              to));
    }
    range = new float[] {(float) from, (float) to};
    return this;
  }

  /** Whether they are two different finite numbers in single precision, as networks take codes. */
  public static boolean isRange(double from, double to) {
    return Float.isFinite((float) from) && Float.isFinite((float) to) && (float) from != (float) to;
  }

  /**
   * The codes to draw, from 0, in the order of the rows. Default: all.
   *
   * @throws InvalidInputException if there is no such code, or none is given
   */
  public Traversal codes(int... codes) {
    for (int code : codes) {
      if (code < 0 || code >= model.numCodes()) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "Traversal: found code %d; expected one from 0 to %d",
                code,
                model.numCodes() - 1));
      }
    }
    if (codes.length == 0) {
      throw InvalidInputException.of("Traversal: found no codes; expected at least one");
    }
    this.codes = codes.clone();
    return this;
  }

  /**
   * The order in which the first categorical code goes through its categories, such as that of the
   * classes that they stand for. Default: by number.
   *
   * @param categories each of them once
   * @throws InvalidInputException if no code is categorical, or they are not all of them
   */
  public Traversal categoryOrder(int... categories) {
    List<Integer> counts = model.latent().categories();
    int count = counts.isEmpty() ? 0 : counts.get(0);
    int[] sorted = categories.clone();
    Arrays.sort(sorted);
    if (count == 0 || !Arrays.equals(sorted, IntStream.range(0, count).toArray())) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Traversal: the order of categories is %s; expected %s",
              Arrays.toString(categories),
              count == 0
                  ? "none, because no code of the model is categorical"
                  : String.format(Locale.ROOT, "each number from 0 to %d once", count - 1)));
    }
    categoryOrder = categories.clone();
    return this;
  }

  /**
   * What the codes are called in the rows' labels. Default: code 0, code 1 and so on.
   *
   * @param names one per code, or none for the default
   * @throws InvalidInputException if there are not as many names as codes
   */
  public Traversal names(String... names) {
    if (names.length != 0 && names.length != model.numCodes()) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Traversal: found names %s; expected %d names, one per code",
              Arrays.toString(names),
              model.numCodes()));
    }
    this.names = names.clone();
    return this;
  }

  private static int requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT, "Traversal: %s is %d; expected at least %d", name, value, least));
    }
    return value;
  }

  /**
   * The grid: rows by code, then by sample. Columns have the values of the last code; a code with
   * others has them in its rows' names.
   *
   * @throws InvalidInputException if these are more images than a picture can show
   */
  public ImageGrid grid() {
    LatentSpace space = model.latent();
    int steps = space.categories().stream().reduce(this.steps, Math::max);
    int[] codes = this.codes == null ? IntStream.range(0, space.numCodes()).toArray() : this.codes;
    double images = (double) codes.length * samples * steps;
    if (images > MOST_IMAGES) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Traversal: samples %d and steps %d make %.0f images; expected at most %d in one picture",
              samples,
              steps,
              images,
              MOST_IMAGES));
    }
    Generator generator = model.generatorKey(steps).open();
    List<String> columnLabels = texts(codes[codes.length - 1], steps);
    List<List<float[]>> rows = new ArrayList<>();
    List<String> rowLabels = new ArrayList<>();
    for (int code : codes) {
      List<String> values = texts(code, steps);
      String range =
          values.equals(columnLabels)
              ? ""
              : String.format(Locale.ROOT, ": %s to %s", values.get(0), values.get(steps - 1));
      for (int sample = 0; sample < samples; sample++) {
        rows.add(row(generator, steps, code, sample));
        rowLabels.add(label(code, sample) + range);
      }
    }
    return new ImageGrid(model.imageShape(), rows)
        .withRowLabels(rowLabels)
        .withColumnLabels(columnLabels);
  }

  /** The code, from 0, and the image, from 1. */
  private String label(int code, int sample) {
    String name = names.length == 0 ? "code " + code : names[code];
    return String.format(Locale.ROOT, "%s, image %d", name, sample + 1);
  }

  private List<String> texts(int code, int steps) {
    CodeValues values = model.latent().values(code);
    return IntStream.range(0, steps)
        .mapToObj(step -> values.text(value(code, step, steps)))
        .toList();
  }

  /** Of a code at a step, from 0. */
  private float value(int code, int step, int steps) {
    CodeValues values = model.latent().values(code);
    if (code < model.latent().categories().size()) {
      float category = values.spaced(step, steps);
      return code == 0 && categoryOrder != null ? categoryOrder[(int) category] : category;
    }
    return range == null
        ? values.spaced(step, steps)
        : (float) (range[0] + (range[1] - (double) range[0]) * step / (steps - 1));
  }

  private List<float[]> row(Generator generator, int steps, int code, int sample) {
    LatentSpace space = model.latent();
    float[] latent = space.sample(1, new SplittableRandom(Seeds.mix(seed, sample)));
    for (int step = 0; step < steps; step++) {
      latent[code] = value(code, step, steps);
      System.arraycopy(latent, 0, generator.latents(), step * latent.length, latent.length);
    }
    float[] pixels = generator.generate(steps);
    int size = generator.imageSize();
    List<float[]> images = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      images.add(Arrays.copyOfRange(pixels, step * size, (step + 1) * size));
    }
    return images;
  }

  /**
   * Writes the grid as PNG.
   *
   * @throws IOException if the file exists and may not be overwritten, or cannot be written
   */
  public void write(Place file, boolean overwrite) throws IOException {
    grid().write(file, overwrite);
  }

  /** The same for a file on the local disk. */
  public void write(Path file, boolean overwrite) throws IOException {
    write(Place.of(file), overwrite);
  }
}
