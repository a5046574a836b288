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
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanCrModelData;
import org.disentangle.net.TrainingState;
import org.disentangle.net.inference.Generator;
import org.disentangle.net.procedure.InfoGanCr;
import org.disentangle.train.History;

/** Generation of a labelled data set to Parquet against the bare generator on as many threads. */
public final class GenerateBench {

  private static final long SEED = 42;
  private static final int TURNS = 3;

  /**
   * What was measured, best of three turns each.
   *
   * @param sparkImagesPerSecond from row ids to Parquet files on disk
   * @param bareImagesPerSecond the generator alone, latent vectors drawn outside the time
   * @param ratio the first divided by the second
   */
  public record Report(
      String preset,
      int batchSize,
      int threads,
      long images,
      String format,
      double sparkImagesPerSecond,
      double bareImagesPerSecond,
      double ratio) {}

  private final BenchSubject subject;
  private final String format;
  private final double seconds;

  /**
   * @param format of the image column
   * @param seconds of the whole measurement, about
   */
  public GenerateBench(BenchSubject subject, String format, double seconds) {
    this.subject = subject;
    this.format = format;
    this.seconds = seconds;
  }

  /** Measures on all cores of the session. */
  public Report run(SparkSession spark) throws IOException {
    int threads = spark.sparkContext().defaultParallelism();
    InfoGanCr procedure = subject.procedure(true);
    TrainingState state = procedure.initialState(SEED);
    double bare = 0;
    double written = 0;
    long images = 0;
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      Path folder = temporary.path();
      InfoGanCrModel model = model(procedure, state);
      write(spark, model, subject.batchSize() * threads, threads, folder.resolve("warm-up"));
      for (int turn = 0; turn < TURNS; turn++) {
        double measured = bare(procedure, state, threads);
        bare = Math.max(bare, measured);
        images = Math.max(subject.batchSize(), Math.round(measured * seconds / (2 * TURNS)));
        double taken = write(spark, model, images, threads, folder.resolve("turn" + turn));
        written = Math.max(written, images / taken);
      }
    }
    return new Report(
        subject.preset().id(),
        subject.batchSize(),
        threads,
        images,
        format,
        written,
        bare,
        written / bare);
  }

  private InfoGanCrModel model(InfoGanCr procedure, TrainingState state) {
    InfoGanCrModelData data =
        new InfoGanCrModelData(
            procedure.networks(),
            subject.latent(),
            state,
            new History(procedure.lossNames(), List.of()));
    return new InfoGanCrModel("bench", data)
        .setBatchSize(subject.batchSize())
        .setImageFormat(format);
  }

  private double bare(InfoGanCr procedure, TrainingState state, int threads) {
    int batch = subject.batchSize();
    LatentSpace space = subject.latent();
    double[] times =
        Workers.times(
            threads,
            seconds / (2 * TURNS),
            worker -> {
              Generator generator =
                  new Generator(procedure.networks(), space, state.network(InfoGanCr.G), batch);
              SplittableRandom random = new SplittableRandom(Seeds.mix(SEED, worker));
              float[] drawn = space.sample(batch, random);
              System.arraycopy(drawn, 0, generator.latents(), 0, drawn.length);
              return Workers.Unit.of(count -> generator.generate(batch), () -> {});
            });
    return threads * batch / Arrays.stream(times).average().orElseThrow();
  }

  private double write(
      SparkSession spark, InfoGanCrModel model, long images, int threads, Path out) {
    long start = System.nanoTime();
    new LabelledDataSet(model, CodeSampler.of(model).setSeed(SEED), images)
        .rowsPerFile(
            Math.max(1, Math.min(LabelledDataSet.ROWS_PER_FILE, (images + threads - 1) / threads)))
        .write(spark, out.toString(), LabelledDataSet.IfThere.REFUSE);
    return (System.nanoTime() - start) / 1e9;
  }
}
