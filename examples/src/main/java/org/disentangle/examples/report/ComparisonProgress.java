// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * How far the comparison of models is, after their trainings: a line when a stage of it begins, and
 * whenever a tenth more of its tasks has ended.
 */
public final class ComparisonProgress extends SparkListener implements AutoCloseable {

  /** Where the stages of comparisons are made; Spark names stages by their source file. */
  private static final Pattern COMPARES =
      Pattern.compile(".* at (CrossMatrix|CodesOfRows)\\.java:.*");

  private final SparkContext context;
  private final String task;
  private final PrintWriter out;
  private final Map<Integer, RunningTasks> stages = new HashMap<>();

  private ComparisonProgress(SparkContext context, String task, PrintWriter out) {
    this.context = context;
    this.task = task;
    this.out = out;
  }

  /**
   * Watches until closed.
   *
   * @param task what every line begins with
   */
  public static ComparisonProgress watch(SparkSession session, String task, PrintWriter out) {
    SparkContext context = session.sparkContext();
    ComparisonProgress progress = new ComparisonProgress(context, task, out);
    context.addSparkListener(progress);
    return progress;
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (COMPARES.matcher(submitted.stageInfo().name()).matches()) {
      RunningTasks stage = new RunningTasks(submitted.stageInfo().numTasks(), System.nanoTime());
      stages.put(submitted.stageInfo().stageId(), stage);
      say(stage);
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    RunningTasks stage = stages.get(end.stageId());
    if (stage != null && end.taskInfo().successful()) {
      stage.done++;
      if (10 * stage.done / stage.tasks > 10 * (stage.done - 1) / stage.tasks) {
        say(stage);
      }
    }
  }

  private void say(RunningTasks stage) {
    double seconds = (System.nanoTime() - stage.start) / 1e9;
    long left = stage.done == 0 ? 0 : Math.round(seconds / stage.done * (stage.tasks - stage.done));
    out.println(
        String.format(
            Locale.ROOT,
            "%s: comparing models  %3d%%  %d/%d tasks  ETA %s",
            task,
            100 * stage.done / stage.tasks,
            stage.done,
            stage.tasks,
            stage.done == 0 ? "-" : ShareDone.clock(Duration.ofSeconds(left))));
    out.flush();
  }

  private static final class RunningTasks {

    private final int tasks;
    private final long start;
    private int done;

    RunningTasks(int tasks, long start) {
      this.tasks = tasks;
      this.start = start;
    }
  }
}
