package org.disentangle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.Await;
import org.disentangle.testing.QuietSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that something outside stops or kills while it takes the steps of a round. */
class HangingExecutorTest extends ClusterRuns {

  @TempDir Path directory;

  @Test
  void oneThatHangsIsReplaced() throws Exception {
    SparkConf impatient =
        twoExecutors()
            .set("spark.executor.heartbeatInterval", "500ms")
            .set("spark.network.timeout", "4s")
            .set("spark.network.timeoutInterval", "500ms");
    String why = trainWithout("STOP", impatient, StateGathering.MOST_BYTES_ON_DRIVER);
    assertTrue(why.contains("heartbeat timed out"), why);
  }

  @Test
  void oneThatIsKilledIsReplaced() throws Exception {
    String why = trainWithout("KILL", twoExecutors(), 0);
    assertTrue(why.contains("code 137"), why);
  }

  /**
   * Trains, and sends a signal to the executor that is at {@link #AMID_A_ROUND} first.
   *
   * @return why Spark gave executors up while the training ran
   */
  private String trainWithout(String signal, SparkConf conf, long mostBytesOnDriver)
      throws Exception {
    Path holding = directory.resolve("holding");
    ToyProcedure procedure = new ToyProcedure(SWITCH_AT, "hold", AMID_A_ROUND, holding.toString());
    Queue<String> reasons = new ConcurrentLinkedQueue<>();
    QuietSpark quiet = new QuietSpark();
    try (quiet;
        JavaSparkContext spark = new JavaSparkContext(conf)) {
      spark.sc().addSparkListener(removals(reasons));
      CompletableFuture<TrainingState> training =
          CompletableFuture.supplyAsync(() -> train(spark, procedure, 4, mostBytesOnDriver));
      Await.until(
          "a step to begin",
          () -> training.isDone() || Files.exists(holding) && Files.size(holding) > 0);
      ProcessHandle executor = executor(Long.parseLong(Files.readString(holding)));
      try {
        send(signal, executor);
        assertEquals(expected, training.get(60, TimeUnit.SECONDS));
        Await.until("Spark to tell why", () -> !reasons.isEmpty());
        return reasons.toString();
      } finally {
        executor.destroyForcibly();
      }
    }
  }

  private static SparkListener removals(Queue<String> reasons) {
    return new SparkListener() {
      @Override
      public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        reasons.add(removed.reason());
      }
    };
  }

  /** Never any process but one that this JVM has started. */
  private static ProcessHandle executor(long pid) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.pid() == pid)
        .findFirst()
        .orElseThrow(() -> new AssertionError(pid + " is no process of this JVM"));
  }

  private static void send(String signal, ProcessHandle process) throws Exception {
    String command = "kill -%s %d".formatted(signal, process.pid());
    assertEquals(0, new ProcessBuilder("sh", "-c", command).start().waitFor(), command);
  }
}
