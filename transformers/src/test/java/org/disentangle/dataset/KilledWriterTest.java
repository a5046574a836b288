// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import static org.disentangle.dataset.LabelledDataSetTest.assertRefused;
import static org.disentangle.dataset.LabelledDataSetTest.assertSameFiles;
import static org.disentangle.dataset.LabelledDataSetTest.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.LabelledDataSet.IfThere;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.TinyModel;
import org.disentangle.testing.ChildJvm;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A set whose writing JVM is killed half-way and resumed is the set of an uninterrupted run. */
@Tag("cluster")
class KilledWriterTest {

  private static final long COUNT = 12_000;
  private static final long ROWS_PER_FILE = 1_000;
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  /** The child JVM. */
  public static void main(String[] arguments) {
    write(SharedSpark.session(), Path.of(arguments[0]), IfThere.REFUSE);
  }

  private static void write(SparkSession session, Path path, IfThere ifThere) {
    InfoGanCrModel model = TinyModel.of(9).setBatchSize(64);
    CodeSampler sampler = CodeSampler.of(model).setCodeDraw("balanced").setSeed(2);
    new LabelledDataSet(model, sampler, COUNT)
        .rowsPerFile(ROWS_PER_FILE)
        .write(session, path.toString(), ifThere);
  }

  @Test
  void resumedAfterSigkill() throws Exception {
    SparkSession spark = SharedSpark.session();
    Path killed = folder.resolve("killed");
    Process child =
        ChildJvm.start(
            ChildJvm.of(KilledWriterTest.class, "1g", killed.toString()), folder.resolve("log"));
    try {
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!Files.isDirectory(killed) || files(killed).size() < 3) {
        assertTrue(child.isAlive(), () -> "the child ended early: " + folder.resolve("log"));
        assertTrue(System.nanoTime() < patience, "the child wrote nothing");
        Thread.sleep(20);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    int before = files(killed).size();
    assertTrue(before < COUNT / ROWS_PER_FILE, "killed before the end");
    assertFalse(
        Files.exists(killed.resolveSibling(killed.getFileName() + "-card").resolve("card.json")));
    assertRefused("unfinished labelled data set", () -> write(spark, killed, IfThere.REFUSE));
    write(spark, killed, IfThere.RESUME);
    Path whole = folder.resolve("whole");
    write(spark, whole, IfThere.REFUSE);
    assertSameFiles(whole, killed);
    Dataset<Row> rows = spark.read().parquet(killed.toString());
    assertEquals(COUNT, rows.count());
    assertEquals(COUNT, rows.select("id").distinct().count());
  }
}
