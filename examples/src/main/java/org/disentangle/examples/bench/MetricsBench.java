// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.metric.suite.SuiteScores.Score;

/**
 * Metrics of a table as large as the dSprites grid: five factors, and codes that mix factors with
 * noise, read from Parquet.
 */
public final class MetricsBench {

  /** Metrics that take long whatever the table: boosted trees and support vector machines. */
  public static final List<String> SLOW = List.of("dci_gbt", "sap_discrete", "sap_mixed_infogancr");

  private static final int[] SIZES = {3, 6, 40, 32, 32};

  /**
   * What was measured.
   *
   * @param factorVaeSeconds the FactorVAE score alone, from the file to the number
   * @param reportSeconds all metrics but {@link #SLOW}, from the file to the report
   * @param peakMegabytes the most memory the process has held; NaN where the system does not say
   * @param scores the report
   */
  public record Report(
      long rows,
      int codes,
      int factors,
      double factorVaeSeconds,
      double reportSeconds,
      double peakMegabytes,
      Map<String, Double> scores) {}

  private final long rows;
  private final int codes;

  /**
   * @param rows rows of the table; beyond 737,280 the grid is repeated
   * @param codes codes per row
   */
  public MetricsBench(long rows, int codes) {
    this.rows = rows;
    this.codes = codes;
  }

  /** Measures once, after the table was written. */
  public Report run(SparkSession spark) throws IOException {
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      String file = temporary.path().resolve("table").toString();
      table(spark).write().parquet(file);
      DisentanglementEvaluator evaluator =
          new DisentanglementEvaluator()
              .setMetrics(
                  DisentanglementEvaluator.metricsNamed(List.of("all"), SLOW)
                      .toArray(String[]::new));
      long start = System.nanoTime();
      evaluator.report(spark.read().parquet(file), List.of("factor_vae"));
      double factorVae = secondsSince(start);
      start = System.nanoTime();
      DisentanglementReport report = evaluator.report(spark.read().parquet(file));
      double all = secondsSince(start);
      Map<String, Double> scores = new LinkedHashMap<>();
      for (Score score : report.scores().scores()) {
        scores.put(score.metric().name(), score.value());
      }
      return new Report(rows, codes, SIZES.length, factorVae, all, peakMegabytes(), scores);
    }
  }

  private Dataset<Row> table(SparkSession spark) {
    List<String> columns = new ArrayList<>(List.of("id"));
    long stride = 1;
    for (int factor = SIZES.length - 1; factor >= 0; factor--) {
      columns.add(
          String.format(
              Locale.ROOT, "(id div %d) %% %d as factor_%d", stride, SIZES[factor], factor));
      stride *= SIZES[factor];
    }
    List<String> values = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      int factor = code % SIZES.length;
      double noise = 0.1 + 0.3 * (code / SIZES.length);
      values.add(
          String.format(
              Locale.ROOT,
              "factor_%d / %dD + %s * (xxhash64(id, %d) %% 1000003 / 1000003D)",
              factor,
              SIZES[factor] - 1,
              noise,
              code));
    }
    return spark
        .range(0, rows, 1, spark.sparkContext().defaultParallelism())
        .selectExpr(columns.toArray(String[]::new))
        .selectExpr("*", "array(" + String.join(", ", values) + ") as codes")
        .drop("id");
  }

  /** What Linux says of this process: the line "VmHWM: 123 kB". */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
