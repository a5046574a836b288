// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.spark.SparkContext;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.Tuple4;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Counts the rows that a job has read, while it runs: with every heartbeat of an executor, by
 * default each ten seconds, and with the end of every task.
 */
public final class RowsRead extends SparkListener implements AutoCloseable {

  private static final String GROUP = "spark.jobGroup.id";
  private static final String RECORDS = "internal.metrics.input.recordsRead";

  private final SparkContext context;
  private final String group = UUID.randomUUID().toString();
  private final long total;
  private final BiConsumer<Long, Long> heard;
  private final Set<Integer> stages = new HashSet<>();
  private final Map<Long, Long> ofTask = new HashMap<>();
  private boolean finished;

  private RowsRead(SparkContext context, long total, BiConsumer<Long, Long> heard) {
    this.context = context;
    this.total = total;
    this.heard = heard;
  }

  /**
   * Begins to count in the jobs that the calling thread starts.
   *
   * @param total rows that there are, at least 1
   * @param heard is called with the rows that were read and the total
   */
  public static RowsRead start(SparkContext context, long total, BiConsumer<Long, Long> heard) {
    RowsRead count = new RowsRead(context, total, heard);
    context.setJobGroup(count.group, "data set", false);
    context.addSparkListener(count);
    heard.accept(0L, total);
    return count;
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    if (group.equals(job.properties().getProperty(GROUP))) {
      JavaConverters.seqAsJavaList(job.stageIds()).forEach(stage -> stages.add((Integer) stage));
    }
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    for (Tuple4<Object, Object, Object, ? extends Seq<AccumulableInfo>> task :
        JavaConverters.seqAsJavaList(update.accumUpdates())) {
      if (stages.contains((Integer) task._2())) {
        for (AccumulableInfo metric : JavaConverters.seqAsJavaList(task._4())) {
          if (metric.name().contains(RECORDS) && metric.update().isDefined()) {
            ofTask.merge((Long) task._1(), ((Number) metric.update().get()).longValue(), Math::max);
          }
        }
      }
    }
    report();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    if (stages.contains(task.stageId())) {
      if (task.reason() == Success$.MODULE$) {
        ofTask.put(task.taskInfo().taskId(), task.taskMetrics().inputMetrics().recordsRead());
      } else {
        ofTask.remove(task.taskInfo().taskId());
      }
      report();
    }
  }

  private void report() {
    long read = ofTask.values().stream().mapToLong(Long::longValue).sum();
    if (!finished && read > 0) {
      heard.accept(Math.min(read, total), total);
    }
  }

  /** Reports the end; Spark reports a task's end later than the job ends. */
  public synchronized void finish() {
    finished = true;
    heard.accept(total, total);
  }

  @Override
  public void close() {
    synchronized (this) {
      finished = true;
    }
    context.removeSparkListener(this);
    context.clearJobGroup();
  }
}
