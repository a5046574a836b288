// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.image.ImageShape;
import org.disentangle.latent.CodeRule;
import org.disentangle.latent.CodeValues;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ModelFingerprint;
import org.disentangle.model.TrainedWith;
import org.disentangle.net.Precision;
import org.disentangle.stage.Versions;

/**
 * What a labelled data set is and how it came about.
 *
 * @param seed where codes and noise come from
 * @param codes in the order of the codes column
 * @param noise null if there is none
 * @param precision in which the images were computed
 * @param count rows
 * @param date when the set was finished, ISO-8601 in UTC
 */
public record DataCard(
    ModelOrigin model,
    long seed,
    List<Code> codes,
    Noise noise,
    Image image,
    String precision,
    long count,
    long rowsPerFile,
    int files,
    String date,
    Versions versions) {

  /**
   * The model that made the images.
   *
   * @param fingerprint see {@link ModelFingerprint}
   * @param iteration where its training stopped
   * @param trainedWith Params and data of that training
   */
  public record ModelOrigin(String fingerprint, long iteration, TrainedWith trainedWith) {

    public ModelOrigin {
      trainedWith = trainedWith == null ? TrainedWith.UNKNOWN : trainedWith; // of an older card
    }
  }

  /**
   * A code.
   *
   * @param column of the set that holds it, as value {@code index} of an array
   * @param draw how its values came about
   */
  public record Code(String column, int index, String name, double min, double max, String draw) {}

  /** Noise, from the same prior as codes, from {@code min} to {@code max}. */
  public record Noise(String column, int values, double min, double max) {

    private String words() {
      return String.format(
          Locale.ROOT, "column `%s`, %d values from %s to %s", column, values, min, max);
    }
  }

  /** The image column; sizes in pixels. */
  public record Image(String column, String format, int channels, int height, int width) {}

  /** What sets whose card does not say were computed in. */
  static final String USUAL_PRECISION = Precision.FLOAT32.id();

  /** Without noise the set has no column of it. */
  public DataCard {
    precision = precision == null ? USUAL_PRECISION : precision; // of an older card
    noise = noise == null || noise.values() == 0 ? null : noise;
  }

  static DataCard of(
      String fingerprint,
      DisentangledModel<?> model,
      CodeSampler sampler,
      RowRanges ranges,
      String imageFormat) {
    ImageShape shape = model.imageShape();
    double limit = sampler.latent().noisePrior().limit();
    return new DataCard(
        new ModelOrigin(fingerprint, model.data().state().iteration(), model.trainedWith()),
        sampler.getSeed(),
        codes(sampler),
        new Noise(sampler.getNoiseCol(), sampler.getNoiseDim(), -limit, limit),
        new Image(
            model.getGeneratedCol(), imageFormat, shape.channels(), shape.height(), shape.width()),
        model.getPrecision(),
        ranges.count(),
        ranges.rowsPerFile(),
        ranges.files(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Versions.here());
  }

  /** Whether both describe the same set, whenever and with whatever software it was made. */
  boolean isOfSameSet(DataCard other) {
    return equals(
        new DataCard(
            new ModelOrigin(other.model.fingerprint, other.model.iteration, model.trainedWith),
            other.seed,
            other.codes,
            other.noise,
            other.image,
            other.precision,
            other.count,
            other.rowsPerFile,
            other.files,
            date,
            versions));
  }

  private static List<Code> codes(CodeSampler sampler) {
    List<CodeRule> rules = sampler.rules();
    List<Code> codes = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      CodeRule rule = rules.get(i);
      CodeValues values = sampler.latent().values(i);
      codes.add(
          new Code(
              sampler.getCodesCol(),
              i,
              sampler.names().get(i),
              rule.least(values),
              rule.largest(values),
              rule.words(values)));
    }
    return codes;
  }

  /** The card as a page of Markdown. */
  public String markdown() {
    StringBuilder rows = new StringBuilder();
    for (Code code : codes) {
      rows.append(
          String.format(
              Locale.ROOT,
              "| %d | %s | %s | %s | %s |%n",
              code.index(),
              cell(code.name()),
              code.min(),
              code.max(),
              code.draw()));
    }
    return String.format(
            Locale.ROOT,
            """
        # Labelled images

        %d generated images, each with the codes it was made from.

        | | |
        |---|---|
        | Images | column `%s`, format `%s`, %s, %d x %d pixels |
        | Computed in | %s |
        | Rows | %d, with ids from 0, in %s of up to %d |
        | Seed | %d |
        | Model | `%s`, trained for %d iterations |
        | Trained with | %s |
        | Noise | %s |
        | Made | %s with Disentangle %s, Spark %s, Java %s |

        ## Codes

        Column `%s`, an array of float.

        | Index | Name | Least | Largest | Drawn |
        |---|---|---|---|---|
        """,
            count,
            image.column(),
            image.format(),
            image.channels() == 1 ? "1 channel" : image.channels() + " channels",
            image.width(),
            image.height(),
            precision,
            count,
            files == 1 ? "1 Parquet file" : files + " Parquet files",
            rowsPerFile,
            seed,
            model.fingerprint(),
            model.iteration(),
            cell(model.trainedWith().toString()),
            noise == null ? "none" : noise.words(),
            date,
            versions.disentangle(),
            versions.spark(),
            versions.java(),
            codes.get(0).column())
        + rows;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
