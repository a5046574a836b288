// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.testing.ClusterConf;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.StandaloneCluster;
import org.disentangle.train.ToyProcedure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same training in one thread, in two, and on a cluster of Spark's own processes. */
@Tag("cluster")
class ClusterShapesTest extends ClusterRuns {

  @Test
  void twoThreadsGiveTheSameBits() {
    try (JavaSparkContext spark = new JavaSparkContext(ClusterConf.of("local[2]"))) {
      assertEquals(expected, train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 5));
      assertEquals(expected, train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 5, 0));
    }
  }

  @Test
  void aStepThatFailsOnceGivesTheSameBits(@TempDir Path directory) {
    Path failed = directory.resolve("failed");
    QuietSpark quiet = new QuietSpark();
    try (quiet;
        JavaSparkContext spark = new JavaSparkContext(ClusterConf.of("local[2,2]"))) {
      assertEquals(
          expected,
          train(spark, new ToyProcedure(SWITCH_AT, "once", AMID_A_ROUND, failed.toString()), 5));
    }
    assertTrue(Files.exists(failed), "no step failed");
  }

  @Test
  void aStandaloneClusterGivesTheSameBits(@TempDir Path directory) throws Exception {
    commonPoolWithoutOurClasses();
    QuietSpark quiet = new QuietSpark();
    try (quiet;
        StandaloneCluster cluster = StandaloneCluster.start(directory, ClusterConf.classPath(), 2);
        JavaSparkContext spark =
            new JavaSparkContext(
                ClusterConf.withExecutors(cluster.master()).set("spark.executor.memory", "512m"))) {
      assertEquals(expected, train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 4));
    }
  }

  /** As in a driver that spark-submit started, whose jars have a class loader of their own. */
  private static void commonPoolWithoutOurClasses() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
              done.countDown();
            });
    done.await();
  }
}
