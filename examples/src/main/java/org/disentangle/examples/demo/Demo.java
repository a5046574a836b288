// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.examples.report.LeastLosses;
import org.disentangle.examples.report.LossChart;
import org.disentangle.examples.report.MetricChart;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.RunReport;
import org.disentangle.examples.report.SwitchMarks;
import org.disentangle.examples.report.TraversalSeries;
import org.disentangle.file.Place;
import org.disentangle.image.ShapeReading;
import org.disentangle.metric.intervention.VarianceShares;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.Traversal;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;

/**
 * From nothing to a measured model: renders sprites, trains InfoGAN-CR with two workers, scores its
 * codes on the way and at the end, generates a labelled data set, and draws losses and traversals.
 *
 * <p>Writes {@code model/}, {@code generated/} (Parquet with id, codes, noise and PNG), {@code
 * traversal.png}, {@code losses.png}, {@code metrics.png}, {@code metrics.json} and {@code
 * report.html}.
 */
public final class Demo {

  private static final String DCI = "dci_rf_regressor.disentanglement";

  /** Pairs of generated images: of a share of 0 the standard error is 0.02. */
  private static final int PAIRS = 6000;

  private final Place out;
  private final boolean overwrite;
  private final long seed;
  private final long maxIter;

  /**
   * @param out folder to write to
   * @param overwrite whether what is there may be replaced
   * @param maxIter iterations; the schedule stretches with them
   */
  public Demo(Place out, boolean overwrite, long seed, long maxIter) {
    this.out = out;
    this.overwrite = overwrite;
    this.seed = seed;
    this.maxIter = maxIter;
  }

  /** Workers of the training: as many cores as it can use. */
  public static int workers() {
    return DemoRecipe.NUM_WORKERS;
  }

  /** Iterations that give good codes. */
  public static long iterations() {
    return DemoRecipe.MAX_ITER;
  }

  public DemoMetrics run(SparkSession spark, TrainingListener listener) throws IOException {
    long start = System.nanoTime();
    Dataset<Row> sprites =
        spark.read().format("dsprites").options(DemoRecipe.DATA_OPTIONS).load().cache();
    TraversalSeries traversals = new TraversalSeries(seed);
    InfoGanCr estimator =
        DemoRecipe.estimator()
            .setSeed(seed)
            .setEvaluators(new FactorVaeEvaluator("demo").setSeed(seed))
            .setEvaluationInterval((int) Math.max(1, maxIter / DemoRecipe.EVALUATIONS))
            .addListener(listener)
            .addModelListener(traversals);
    if (maxIter != DemoRecipe.MAX_ITER) {
      estimator.setCrStart(DemoRecipe.CR_START * maxIter / DemoRecipe.MAX_ITER).setMaxIter(maxIter);
    }
    InfoGanCrModel model = estimator.fit(sprites);
    String modelPath = out.child("model").toString();
    (overwrite ? model.write().overwrite() : model.write()).save(modelPath);
    new LossChart(model.summary(), LeastLosses.of(estimator))
        .write(out.child("losses.png"), overwrite);
    new Traversal(model).seed(seed).write(out.child("traversal.png"), overwrite);
    generate(spark, model);
    if (MetricChart.isDrawable(model.summary())) {
      new MetricChart(model.summary(), SwitchMarks.of(estimator))
          .write(out.child("metrics.png"), overwrite);
    }
    DisentanglementReport report = measured(model, sprites);
    long images = sprites.count();
    InfoGanCrModel untrained = (InfoGanCrModel) estimator.untrained(images, 0).model().get();
    DemoMetrics metrics = metrics(model, report, measured(untrained, sprites), images, start);
    ReportFile.writeJson(out.child("metrics.json"), metrics, overwrite);
    traversals.last(model);
    new RunReport(model, DemoRecipe.DATA, LeastLosses.of(estimator), traversals.pictures(), report)
        .write(out.child(RunReport.FILE), overwrite);
    sprites.unpersist();
    return metrics;
  }

  private void generate(SparkSession spark, InfoGanCrModel model) {
    InfoGanCrModel writing = model.copy(ParamMap.empty()).setImageFormat("png");
    new LabelledDataSet(writing, CodeSampler.of(writing).setSeed(seed), DemoRecipe.LABELLED_IMAGES)
        .rowsPerFile(DemoRecipe.LABELLED_IMAGES / DemoRecipe.NUM_WORKERS)
        .write(
            spark,
            out.child("generated").toString(),
            overwrite ? LabelledDataSet.IfThere.REPLACE : LabelledDataSet.IfThere.REFUSE);
  }

  private DisentanglementReport measured(InfoGanCrModel model, Dataset<Row> sprites) {
    InfoGanCrModel encoder = model.copy(ParamMap.empty()).setAppendGenerated(false);
    return new DisentanglementEvaluator()
        .setMetrics("factor_vae", "factor_vae_revised", "mig", DCI)
        .setSeed(seed)
        .report(encoder.transform(sprites).drop(model.getImageCol()));
  }

  private DemoMetrics metrics(
      InfoGanCrModel model,
      DisentanglementReport report,
      DisentanglementReport untrained,
      long images,
      long start) {
    History history = model.summary();
    List<RoundRecord> rounds = history.rounds();
    double training = history.seconds();
    double averaging = rounds.stream().mapToDouble(r -> r.averagingShare() * r.seconds()).sum();
    return new DemoMetrics(
        report.value("factor_vae"),
        report.value("factor_vae_revised"),
        report.value("mig"),
        report.value(DCI),
        Map.of(
            "factor_vae", untrained.value("factor_vae"),
            "factor_vae_revised", untrained.value("factor_vae_revised"),
            "mig", untrained.value("mig"),
            "dci", untrained.value(DCI)),
        shares(ShapeShares.of(model, PAIRS, seed)),
        history.last().iteration(),
        DemoRecipe.NUM_WORKERS,
        history.imagesPerSecond(),
        averaging / training,
        training,
        (System.nanoTime() - start) / 1e9,
        seed,
        DemoRecipe.DATA,
        images,
        DemoRecipe.LABELLED_IMAGES);
  }

  private static Map<String, List<Double>> shares(VarianceShares.Result result) {
    Map<String, List<Double>> shares = new LinkedHashMap<>();
    for (int reading = 0; reading < ShapeReading.NAMES.size(); reading++) {
      int column = reading;
      shares.put(
          ShapeReading.NAMES.get(reading),
          Arrays.stream(result.shares()).map(ofCode -> ofCode[column]).toList());
    }
    return shares;
  }
}
