// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.evaluator.PerceptualDiversityEvaluator;
import org.disentangle.examples.command.option.GivenParam;
import org.disentangle.figure.HeatMap;
import org.disentangle.figure.MetricFigures;
import org.disentangle.file.Place;
import org.disentangle.image.ImageDecoder;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.DiversityPairs;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.ImageInput;
import org.disentangle.model.ModelData;
import org.disentangle.model.OoganModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.oogan.CodeKernels;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.History;

/**
 * A trained model with what several measures need of it, each made when it is first asked for: the
 * codes of real images, images generated from codes, and the codes read in these. To be closed
 * after the last measure. Used by one thread.
 */
public final class MeasuredModel implements AutoCloseable {

  private static final int GENERATED = 5_000;
  private static final int PAIRS = 1_000;
  private static final int DECODED_GENERATED = 500;
  private static final int DECODED_REAL = 5_000;
  private static final String GIVEN = "given";

  private final TrainedModel trained;

  /** The same, to be changed; null if it has no codes that were learned without labels. */
  private final DisentangledModel<?> model;

  private final ScoredImages scored;
  private final long seed;
  private final Place folder;

  private Dataset<Row> encoded;
  private Dataset<Row> generated;
  private double[][] codes;
  private CodeReading codeReading;
  private ImageQualityEvaluator.Report judged;
  private LabelSeparation separation;

  /**
   * @param seed of all draws
   * @param folder where pictures of what is measured are drawn
   */
  public MeasuredModel(TrainedModel trained, ScoredImages scored, long seed, Place folder) {
    this.trained = trained;
    model =
        trained instanceof DisentangledModel<?> codes
            ? (DisentangledModel<?>) codes.copy(ParamMap.empty())
            : null;
    this.scored = scored;
    this.seed = seed;
    this.folder = folder;
  }

  /** The rounds of its training. */
  History history() {
    return trained.summary();
  }

  /** The column of codes in {@link #encoded}. */
  String codesCol() {
    return model.getCodesCol();
  }

  /** The column of classes; empty for none. */
  String label() {
    return scored.label();
  }

  /** The real images, with their factors and classes. */
  Dataset<Row> scored() {
    return scored.images();
  }

  /** How far the label is apart from the rest, of a model of specified and unspecified codes. */
  LabelSeparation separation() {
    if (separation == null) {
      StyleContentModel separated = (StyleContentModel) trained;
      separation =
          LabelSeparation.areOfOtherClasses(scored.training(), scored.images(), label())
              ? LabelSeparation.ofUnseenClasses(
                  separated, scored.images(), label(), seed, scored.judge()::classifier)
              : new LabelSeparation(
                  separated,
                  scored.training(),
                  scored.images(),
                  label(),
                  seed,
                  scored.trainingJudge()::classifier);
    }
    return separation;
  }

  /** How many categories the categorical codes have, which come first. */
  List<Integer> categories() {
    return model.latent().categories();
  }

  /** How many codes are categorical. */
  int categoricalCodes() {
    return categories().size();
  }

  /** The codes of all real images, with their factors. */
  Dataset<Row> encoded() {
    if (encoded == null) {
      model.setAppendGenerated(false);
      encoded = model.transform(scored.images()).drop(model.getImageCol()).cache();
    }
    return encoded;
  }

  /** The codes of all real images: [image][code]. */
  double[][] codes() {
    if (codes == null) {
      codes = values(encoded(), codesCol());
    }
    return codes;
  }

  /**
   * Metrics of the codes of real images.
   *
   * @param names in full
   */
  DisentanglementReport report(List<String> names) {
    DisentanglementEvaluator evaluator = new DisentanglementEvaluator("experiment");
    scored
        .evaluator()
        .forEach(
            (name, text) -> GivenParam.parse(evaluator, name, text, new InputErrors("experiment")));
    return evaluator
        .setSeed(seed)
        .setCodesCol(codesCol())
        .setMetrics(names.toArray(String[]::new))
        .report(encoded());
  }

  /** Images of codes from the prior, with these codes in a column of another name. */
  private Dataset<Row> generated() {
    if (generated == null) {
      model.setAppendGenerated(true);
      Dataset<Row> ids = scored.images().sparkSession().range(0, GENERATED, 1, 4).toDF();
      generated =
          model
              .transform(CodeSampler.of(model).setSeed(seed).transform(ids))
              .withColumnRenamed(codesCol(), GIVEN)
              .drop(model.getNoiseCol())
              .cache();
    }
    return generated;
  }

  /**
   * Codes given and read; the first time their correlations are drawn in {@code correlation.png}.
   */
  CodeReading codeReading() throws IOException {
    if (codeReading == null) {
      DisentangledModel<?> reader = (DisentangledModel<?>) model.copy(ParamMap.empty());
      reader.setImageCol(model.getGeneratedCol());
      reader.setAppendGenerated(false);
      Dataset<Row> read = reader.transform(generated()).drop(model.getGeneratedCol()).cache();
      codeReading = new CodeReading(values(read, GIVEN), values(read, codesCol()));
      read.unpersist();
      double[][] correlation = codeReading.correlation();
      List<String> names = MetricFigures.codeNames(correlation.length);
      new HeatMap(correlation, names, names)
          .withTitle("Codes given and codes read")
          .withAxisTitles("given", "read from the image")
          .withValueTitle("correlation")
          .withRange(-1, 1)
          .write(folder.child("correlation.png"), true);
    }
    return codeReading;
  }

  /** What a classifier trained on real images says of generated ones. */
  ImageQualityEvaluator.Report judged() {
    if (judged == null) {
      judged = scored.judge().judge(generated().drop(GIVEN), model.getGeneratedCol());
    }
    return judged;
  }

  /**
   * How different images look that are made of the same latent vector but for two exchanged codes.
   *
   * @return NaN for a model of one code, and without factors to learn to see by
   */
  double diversity() {
    Optional<ImageClassifierModel> seeing = scored.attributes().classifier();
    if (seeing.isEmpty() || model.numCodes() < 2) {
      return Double.NaN;
    }
    model.setAppendGenerated(true);
    Dataset<Row> ids = scored.images().sparkSession().range(0, PAIRS, 1, 4).toDF();
    Dataset<Row> images = model.transform(DiversityPairs.of(model).setSeed(seed).transform(ids));
    ImageClassifierModel features =
        seeing.get().copy(ParamMap.empty()).setImageCol(model.getGeneratedCol());
    return new PerceptualDiversityEvaluator()
        .setFeaturesCol(features.getFeaturesCol())
        .evaluate(features.transform(images));
  }

  /** How alike the kernels are by which OOGAN's Q reads codes. */
  double kernelCosine() {
    ModelData<OoganNetworks> data = ((OoganModel) trained).data();
    return CodeKernels.meanCosine(
        data.networks(), data.state().network(data.networks().codes().name()));
  }

  /** The first 500 generated images: values from 0 to 1 by channel, row and column. */
  List<float[]> generatedPixels() {
    return pixels(model, generated().limit(DECODED_GENERATED), model.getGeneratedCol());
  }

  /** At most 5,000 real images in the same form. */
  List<float[]> realPixels() {
    long count = scored.images().count();
    Dataset<Row> some =
        count <= DECODED_REAL
            ? scored.images()
            : scored.images().sample(false, (double) DECODED_REAL / count, 1);
    return pixels(model, some, model.getImageCol());
  }

  private static <M extends DisentangledModel<M>> List<float[]> pixels(
      DisentangledModel<M> model, Dataset<Row> images, String column) {
    M reader = model.copy(ParamMap.empty()).setImageCol(column);
    ImageInput input = ImageInput.of(reader, images.schema(), model.imageShape());
    ImageDecoder decoder = input.decoder();
    JavaRDD<float[]> decoded =
        images.select(ExactColumn.named(column)).javaRDD().map(row -> decoder.decode(row.get(0)));
    return decoded.collect();
  }

  private static double[][] values(Dataset<Row> rows, String column) {
    return rows.select(ExactColumn.named(column).cast("array<double>")).collectAsList().stream()
        .map(row -> row.<Double>getList(0).stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public void close() {
    if (separation != null) {
      separation.close();
    }
    for (Dataset<Row> cached : Arrays.asList(encoded, generated)) {
      if (cached != null) {
        cached.unpersist();
      }
    }
  }
}
