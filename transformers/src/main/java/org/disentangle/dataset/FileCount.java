// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.collection.JavaConverters;

/** Counts the rows in place while a job writes files, one per task. */
final class FileCount extends SparkListener implements AutoCloseable {

  private static final String GROUP = "spark.jobGroup.id";

  private final SparkContext context;
  private final String group;
  private final RowRanges ranges;
  private final int[] files;
  private final WritingListener listener;
  private final Set<Integer> stages = new HashSet<>();
  private long rows;
  private boolean finished;

  private FileCount(
      SparkContext context, String group, RowRanges ranges, int[] files, WritingListener listener) {
    this.context = context;
    this.group = group;
    this.ranges = ranges;
    this.files = files;
    this.listener = listener;
    rows = ranges.count() - Arrays.stream(files).mapToLong(this::rowsOf).sum();
  }

  /** Begins to count the tasks that the calling thread starts. */
  static FileCount start(
      SparkContext context, String group, RowRanges ranges, int[] files, WritingListener listener) {
    FileCount count = new FileCount(context, group, ranges, files, listener);
    listener.written(count.rows, ranges.count());
    context.setJobGroup(group, "labelled data set", false);
    context.addSparkListener(count);
    return count;
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    if (group.equals(job.properties().getProperty(GROUP))) {
      JavaConverters.seqAsJavaList(job.stageIds()).forEach(stage -> stages.add((Integer) stage));
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    if (!finished && stages.contains(task.stageId()) && task.reason() == Success$.MODULE$) {
      rows += rowsOf(files[task.taskInfo().index()]);
      listener.written(rows, ranges.count());
    }
  }

  /** Reports the last files; Spark reports a task's end later than the job ends. */
  synchronized void finish() {
    finished = true;
    if (rows < ranges.count()) {
      listener.written(ranges.count(), ranges.count());
    }
  }

  private long rowsOf(int file) {
    return ranges.end(file) - ranges.start(file);
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
    context.clearJobGroup();
  }
}
