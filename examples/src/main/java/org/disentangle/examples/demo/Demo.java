// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import java.io.IOException;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.estimator.InfoGanCr;
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
    DemoMetrics metrics = metrics(model, report, sprites.count(), start);
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
    return new FactorVaeEvaluator()
        .setSeed(seed)
        .report(
            encoder.transform(sprites).drop(model.getImageCol()),
            List.of("factor_vae", "factor_vae_revised"));
  }

  private DemoMetrics metrics(
      InfoGanCrModel model, DisentanglementReport report, long images, long start) {
    History history = model.summary();
    List<RoundRecord> rounds = history.rounds();
    double training = rounds.stream().mapToDouble(RoundRecord::seconds).sum();
    double averaging = rounds.stream().mapToDouble(r -> r.averagingShare() * r.seconds()).sum();
    return new DemoMetrics(
        report.value("factor_vae"),
        report.value("factor_vae_revised"),
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
}
