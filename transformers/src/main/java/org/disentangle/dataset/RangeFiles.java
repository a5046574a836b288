// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.executor.OutputMetrics;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.model.LabelledRows;
import org.disentangle.parquet.UniformRowFile;
import org.disentangle.stage.QualifiedPath;

/**
 * A task that writes one file of a set. The file is written aside and moved into place as soon as
 * it is whole, so a job that dies leaves exactly the files that are whole.
 *
 * @param published the form of rows for other programs; null for the model's own
 * @param folder of the set
 * @param codec Parquet's name of the compression
 */
record RangeFiles(
    LabelledRows rows,
    RowRanges ranges,
    PublishedRows published,
    String folder,
    String codec,
    SerializableConfiguration hadoop)
    implements VoidFunction<Iterator<Integer>> {

  /** Writes the file with this number. */
  @Override
  public void call(Iterator<Integer> partition) throws IOException {
    int file = partition.next();
    TaskContext task = TaskContext.get();
    Path place = new Path(folder, ranges.name(file));
    Path aside =
        new Path(
            new Path(folder, SetFolder.HALF_WRITTEN),
            String.format(Locale.ROOT, "%s.%d", ranges.name(file), task.taskAttemptId()));
    FileSystem files = QualifiedPath.fileSystem(place, hadoop.value());
    try {
      write(file, aside, task);
      OutputMetrics metrics = task.taskMetrics().outputMetrics();
      metrics.setRecordsWritten(ranges.end(file) - ranges.start(file));
      metrics.setBytesWritten(files.getFileStatus(aside).getLen());
      move(files, aside, place);
    } finally {
      files.delete(aside, false);
    }
  }

  private void write(int file, Path aside, TaskContext task) throws IOException {
    try (UniformRowFile out =
        new UniformRowFile(
            aside,
            published == null ? rows.schema() : published.schema(),
            hadoop.value(),
            CompressionCodecName.valueOf(codec))) {
      Iterator<InternalRow> range = rows.range(ranges.start(file), ranges.end(file));
      while (range.hasNext()) {
        if (task.isInterrupted()) {
          throw new TaskKilledException();
        }
        InternalRow row = range.next();
        out.write(published == null ? row : published.row(row));
      }
      out.finish(published == null ? Map.of() : published.footer());
    }
  }

  /** Leaves what another attempt at the same rows has put into place meanwhile. */
  private static void move(FileSystem files, Path aside, Path place) throws IOException {
    if (!files.exists(place) && !files.rename(aside, place) && !files.exists(place)) {
      throw new IOException(
          String.format(Locale.ROOT, "%s could not be moved to %s", aside, place));
    }
  }
}
