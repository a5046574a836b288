// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.Await;
import org.disentangle.testing.QuietSpark;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executors with JVMs of their own, and one that dies, or that something outside stops or kills,
 * while it takes the steps of a round.
 */
@Tag("cluster")
class HangingExecutorTest extends ClusterRuns {

  private static final Queue<String> LOSSES = new ConcurrentLinkedQueue<>();

  private static QuietSpark quiet;
  private static JavaSparkContext spark;

  @TempDir Path directory;

  @BeforeAll
  static void startImpatientCluster() throws IOException {
    quiet = new QuietSpark();
    spark =
        new JavaSparkContext(
            twoExecutors()
                .set("spark.executor.heartbeatInterval", "500ms")
                .set("spark.network.timeout", "6s")
                .set("spark.network.timeoutInterval", "500ms"));
    spark
        .sc()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
                LOSSES.add(removed.reason());
              }
            });
  }

  @AfterAll
  static void stopCluster() {
    spark.close();
    quiet.close();
  }

  /** States that the driver averages, and states that the executors do. */
  @ParameterizedTest
  @ValueSource(longs = {StateGathering.MOST_BYTES_ON_DRIVER, 0})
  void separateExecutorsGiveTheSameBits(long mostBytesOnDriver) {
    assertEquals(
        expected, train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 4, mostBytesOnDriver));
  }

  @Test
  void oneThatDiesIsReplaced() {
    Path halted = directory.resolve("halted");
    ToyProcedure halting = new ToyProcedure(SWITCH_AT, "", AMID_A_ROUND, halted.toString());
    assertEquals(expected, train(spark, halting, 4));
    assertTrue(Files.exists(halted), "no executor was ended");
  }

  @Test
  void oneThatHangsIsReplaced() throws Exception {
    trainWithout("STOP", "heartbeat timed out", StateGathering.MOST_BYTES_ON_DRIVER);
  }

  @Test
  void oneThatIsKilledIsReplaced() throws Exception {
    trainWithout("KILL", "code 137", 0);
  }

  /**
   * Trains, and sends a signal to the executor that is at {@link #AMID_A_ROUND} first.
   *
   * @param loss part of the reason for which Spark has to give that executor up
   */
  private void trainWithout(String signal, String loss, long mostBytesOnDriver) throws Exception {
    Path holding = directory.resolve("holding");
    ToyProcedure procedure = new ToyProcedure(SWITCH_AT, "hold", AMID_A_ROUND, holding.toString());
    CompletableFuture<TrainingState> training =
        CompletableFuture.supplyAsync(() -> train(spark, procedure, 4, mostBytesOnDriver));
    Await.until(
        "a step to begin",
        () -> training.isDone() || Files.exists(holding) && Files.size(holding) > 0);
    ProcessHandle executor = child(Long.parseLong(Files.readString(holding)));
    try {
      send(signal, executor);
      assertEquals(expected, training.get(60, TimeUnit.SECONDS));
      Await.until("a loss with " + loss, () -> LOSSES.stream().anyMatch(why -> why.contains(loss)));
    } finally {
      executor.destroyForcibly();
    }
  }

  /** Never any process but one that this JVM has started. */
  private static ProcessHandle child(long pid) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.pid() == pid)
        .findFirst()
        .orElseThrow(() -> new AssertionError(pid + " is no process of this JVM"));
  }

  private static void send(String signal, ProcessHandle process) throws Exception {
    String command = String.format(Locale.ROOT, "kill -%s %d", signal, process.pid());
    assertEquals(0, new ProcessBuilder("sh", "-c", command).start().waitFor(), command);
  }
}
