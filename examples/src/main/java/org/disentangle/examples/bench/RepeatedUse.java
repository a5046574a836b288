// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.net.NativeMemory;

/**
 * Many fits, or many loaded models, one after the other in one JVM, as a grid of settings, a
 * notebook or a service has them: what memory the process holds in the course of them.
 */
public final class RepeatedUse {

  /** The use that later ones are compared with: everything is warm by then. */
  public static final int REFERENCE = 5;

  private static final String IMAGE = "image";
  private static final int IMAGES = 1024;
  private static final int TRANSFORMED = 128;
  private static final int ITERATIONS = 4;
  private static final double MEGABYTE = 1 << 20;

  /** What is done again and again. */
  public enum Kind {
    /** Fits a model, then turns 128 images into codes and generated images. */
    FIT,
    /** Loads a saved model, then does the same with it. */
    LOAD
  }

  /**
   * What the process held when a use was over.
   *
   * @param use from 1
   * @param nativeMegabytes of arrays and networks outside the heap
   * @param heapMegabytes that the Java heap has taken from the operating system; it grows up to its
   *     limit and shrinks as the garbage collector sees fit
   * @param processMegabytes by the operating system's count
   */
  public record Held(
      int use, double nativeMegabytes, double heapMegabytes, double processMegabytes) {}

  /**
   * What was measured.
   *
   * @param ratio the largest memory of the process from the fifth use on, divided by that after the
   *     fifth
   * @param besideHeap the same of what the process held beside the Java heap
   */
  public record Report(
      Kind kind,
      String preset,
      int batchSize,
      int workers,
      List<Held> held,
      double ratio,
      double besideHeap) {}

  private final BenchSubject subject;
  private final int workers;

  public RepeatedUse(BenchSubject subject, int workers) {
    this.subject = subject;
    this.workers = workers;
  }

  /**
   * Uses and looks.
   *
   * @param times at least 5
   * @param listener called after the first use and every fifth
   */
  public Report run(SparkSession spark, Kind kind, int times, Consumer<Held> listener)
      throws IOException {
    Dataset<Row> images = images(spark);
    List<Held> held = new ArrayList<>();
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      String saved = folder.path().resolve("model").toString();
      if (kind == Kind.LOAD) {
        fit(images, 1).save(saved);
      }
      for (int use = 1; use <= times; use++) {
        InfoGanCrModel model = kind == Kind.FIT ? fit(images, use) : InfoGanCrModel.load(saved);
        model.setSeed(use).transform(images.limit(TRANSFORMED)).foreach(row -> {});
        held.add(look(use));
        if (use == 1 || use % REFERENCE == 0) {
          listener.accept(held.get(use - 1));
        }
      }
    }
    return new Report(
        kind,
        subject.preset().id(),
        subject.batchSize(),
        workers,
        held,
        growth(held, Held::processMegabytes),
        growth(held, now -> now.processMegabytes() - now.heapMegabytes()));
  }

  private static double growth(List<Held> held, ToDoubleFunction<Held> size) {
    double largest = held.stream().skip(REFERENCE - 1).mapToDouble(size).max().orElseThrow();
    return largest / size.applyAsDouble(held.get(REFERENCE - 1));
  }

  private InfoGanCrModel fit(Dataset<Row> images, int use) {
    return new InfoGanCr()
        .setPreset(subject.preset().id())
        .setBatchSize(subject.batchSize())
        .setNumWorkers(workers)
        .setMaxIter(ITERATIONS)
        .setCrStart(0)
        .setLambda(use / 100.0)
        .fit(images);
  }

  private static Held look(int use) {
    return new Held(
        use,
        NativeMemory.arrayBytes() / MEGABYTE,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MEGABYTE,
        NativeMemory.processBytes() / MEGABYTE);
  }

  private Dataset<Row> images(SparkSession spark) {
    StructType schema =
        new StructType(
            new StructField[] {
              ImageColumns.field(IMAGE, ImageFormat.ARRAY, subject.preset().imageShape())
            });
    return spark.createDataFrame(subject.images(spark, IMAGES).map(RowFactory::create), schema);
  }
}
