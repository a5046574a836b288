// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import java.io.IOException;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.estimator.BetaTcVae;
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
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.Traversal;
import org.disentangle.model.VaeModel;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;

/**
 * From nothing to a measured model: renders sprites, trains InfoGAN-CR with two workers, scores its
 * codes on the way and at the end, generates a labelled data set, draws losses and traversals, and
 * trains beta-TCVAE beside it.
 *
 * <p>Writes {@code model/}, {@code generated/} (Parquet with id, codes, noise and PNG), {@code
 * traversal.png}, {@code losses.png}, {@code metrics.png}, {@code metrics.json}, {@code
 * report.html}, and {@code beta-tcvae/} with the model and traversal of that system.
 */
public final class Demo {

  /** Folder of what is trained beside InfoGAN-CR. */
  public static final String BESIDE = "beta-tcvae";

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

  /** Iterations of the system beside InfoGAN-CR when that has these. */
  public static long besideIterations(long iterations) {
    return Math.max(1, DemoRecipe.BESIDE_ITER * iterations / DemoRecipe.MAX_ITER);
  }

  /** Iterations that give good codes. */
  public static long iterations() {
    return DemoRecipe.MAX_ITER;
  }

  public DemoMetrics run(
      SparkSession spark, TrainingListener listener, TrainingListener besideListener)
      throws IOException {
    long start = System.nanoTime();
    Dataset<Row> sprites =
        spark.read().format("dsprites").options(DemoRecipe.DATA_SPEC.options()).load().cache();
    TraversalSeries traversals = new TraversalSeries(seed);
    InfoGanCr estimator =
        DemoRecipe.estimator()
            .setSeed(seed)
            .setEvaluators(new FactorVaeEvaluator("demo").setSeed(seed))
            .setEvaluationInterval(evaluationInterval())
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
    DisentanglementReport report = DemoScores.report(model, sprites, seed);
    InfoGanCrModel untrained =
        (InfoGanCrModel) estimator.untrained(sprites.count(), 0).model().get();
    VaeModel beside = besides(sprites, besideListener);
    History history = model.summary();
    List<RoundRecord> rounds = history.rounds();
    double averaging = rounds.stream().mapToDouble(r -> r.averagingShare() * r.seconds()).sum();
    DemoMetrics metrics =
        new DemoMetrics(
            DemoScores.of(model, report, seed),
            scores(untrained, sprites),
            scores(beside, sprites),
            history.last().iteration(),
            DemoRecipe.NUM_WORKERS,
            history.imagesPerSecond(),
            averaging / history.seconds(),
            history.seconds(),
            beside.summary().seconds(),
            (System.nanoTime() - start) / 1e9,
            seed,
            DemoRecipe.DATA,
            sprites.count(),
            DemoRecipe.LABELLED_IMAGES);
    ReportFile.writeJson(out.child("metrics.json"), metrics, overwrite);
    traversals.last(model);
    new RunReport(model, DemoRecipe.DATA_SPEC.text(), LeastLosses.of(estimator), traversals.pictures(), report, null)
        .write(out.child(RunReport.FILE), overwrite);
    sprites.unpersist();
    return metrics;
  }

  /** A whole number of rounds. */
  private int evaluationInterval() {
    int round = DemoRecipe.estimator().getAveragingFrequency();
    long rounds = Math.max(1, maxIter / DemoRecipe.EVALUATIONS / round);
    return (int) (rounds * round);
  }

  private DemoScores scores(DisentangledModel<?> model, Dataset<Row> sprites) {
    return DemoScores.of(model, DemoScores.report(model, sprites, seed), seed);
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

  /** Trains the system beside InfoGAN-CR, as long as that trained for a share of its own. */
  private VaeModel besides(Dataset<Row> sprites, TrainingListener listener) throws IOException {
    BetaTcVae estimator = DemoRecipe.beside().setSeed(seed).addListener(listener);
    if (maxIter != DemoRecipe.MAX_ITER) {
      long iterations = besideIterations(maxIter);
      estimator
          .setMaxIter(iterations)
          .setAnnealIter(DemoRecipe.BESIDE_ANNEAL_ITER * iterations / DemoRecipe.BESIDE_ITER);
    }
    VaeModel model = estimator.fit(sprites);
    Place folder = out.child(BESIDE);
    String path = folder.child("model").toString();
    (overwrite ? model.write().overwrite() : model.write()).save(path);
    new Traversal(model).seed(seed).write(folder.child("traversal.png"), overwrite);
    return model;
  }
}
