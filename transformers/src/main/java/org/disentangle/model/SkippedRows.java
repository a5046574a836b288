package org.disentangle.model;

import org.apache.spark.TaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the rows of a task that are left out, and logs one warning about them at its end. */
final class SkippedRows {

  static final Logger LOG = LoggerFactory.getLogger(SkippedRows.class);

  private final String stage;
  private long count;
  private String first;

  SkippedRows(String stage) {
    this.stage = stage;
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              report(context.partitionId());
            });
  }

  void add(IllegalArgumentException reason) {
    count++;
    if (first == null) {
      first = reason.getMessage();
    }
  }

  private void report(int partition) {
    if (count > 0) {
      LOG.warn(
          "{}: left out {} rows of partition {}; the first: {}", stage, count, partition, first);
    }
  }
}
