// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.GeneratorKey;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelData;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.train.History;

/** Generation of a labelled data set to Parquet against the bare generator on as many threads. */
public final class GenerateBench {

  private static final long SEED = 42;
  private static final int TURNS = 3;

  /**
   * What was measured, best of three turns each.
   *
   * @param preset whose networks, or the folder of the trained model
   * @param sparkImagesPerSecond from row ids to Parquet files on disk
   * @param bareImagesPerSecond the generator alone, latent vectors drawn outside the time
   * @param ratio the first divided by the second
   */
  public record Report(
      String preset,
      String precision,
      int batchSize,
      int threads,
      long images,
      String format,
      double sparkImagesPerSecond,
      double bareImagesPerSecond,
      double ratio) {}

  private final String preset;
  private final DisentangledModel<?> model;
  private final double seconds;

  /**
   * @param preset as named in the report
   * @param model its Params say the precision, the batch size and the format of the images
   * @param seconds of the whole measurement, about
   */
  public GenerateBench(String preset, DisentangledModel<?> model, double seconds) {
    this.preset = preset;
    this.model = model;
    this.seconds = seconds;
  }

  /** A model of a preset's networks whose weights are drawn, not trained. */
  public static DisentangledModel<?> drawn(BenchSubject subject) {
    InfoGanProcedure procedure = subject.procedure(true);
    ModelData<InfoGanCrNetworks> data =
        new ModelData<>(
            procedure.networks(),
            subject.latent(),
            procedure.initialState(SEED),
            new History(procedure.lossNames(), List.of()));
    return new InfoGanCrModel("bench", data);
  }

  /** Measures on all cores of the session. */
  public Report run(SparkSession spark) throws IOException {
    int threads = spark.sparkContext().defaultParallelism();
    int batch = model.getBatchSize();
    double bare = 0;
    double written = 0;
    long images = 0;
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      Path folder = temporary.path();
      write(spark, batch * threads, threads, folder.resolve("warm-up"));
      for (int turn = 0; turn < TURNS; turn++) {
        double measured = bare(threads);
        bare = Math.max(bare, measured);
        images = Math.max(batch, Math.round(measured * seconds / (2 * TURNS)));
        double taken = write(spark, images, threads, folder.resolve("turn" + turn));
        written = Math.max(written, images / taken);
      }
    }
    return new Report(
        preset,
        model.getPrecision(),
        batch,
        threads,
        images,
        model.getImageFormat(),
        written,
        bare,
        written / bare);
  }

  private double bare(int threads) {
    LatentSpace latent = model.latent();
    GeneratorKey key = model.generatorKey(model.getBatchSize());
    int batch = model.getBatchSize();
    double[] times =
        Workers.times(
            threads,
            seconds / (2 * TURNS),
            worker -> {
              Generator generator = key.open();
              SplittableRandom random = new SplittableRandom(Seeds.mix(SEED, worker));
              float[] drawn = latent.sample(batch, random);
              System.arraycopy(drawn, 0, generator.latents(), 0, drawn.length);
              return Workers.Unit.of(count -> generator.generate(batch), generator::close);
            });
    return threads * batch / Arrays.stream(times).average().orElseThrow();
  }

  private double write(SparkSession spark, long images, int threads, Path out) {
    long start = System.nanoTime();
    new LabelledDataSet(model, CodeSampler.of(model).setSeed(SEED), images)
        .rowsPerFile(rowsPerFile(images, threads))
        .write(spark, out.toString(), LabelledDataSet.IfThere.REFUSE);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Chosen so that every thread writes equally many files of nearly equal size. */
  private static long rowsPerFile(long images, int threads) {
    long filesAThread = (images - 1) / (LabelledDataSet.ROWS_PER_FILE * threads) + 1;
    return (images - 1) / (filesAThread * threads) + 1;
  }
}
