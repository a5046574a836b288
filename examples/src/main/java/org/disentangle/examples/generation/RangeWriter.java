package org.disentangle.examples.generation;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.LabelledRows;

/** Writes ranges of rows, each as one task that leaves one file. */
final class RangeWriter {

  private final SparkSession session;
  private final LabelledRows rows;
  private final RowRanges ranges;

  /**
   * @throws org.disentangle.stage.InvalidInputException if model and sampler do not fit
   */
  RangeWriter(SparkSession session, InfoGanCrModel model, CodeSampler sampler, RowRanges ranges) {
    this.session = session.newSession();
    this.ranges = ranges;
    rows = new LabelledRows(model, sampler);
  }

  /** Adds these files to a folder; dictionaries are off, since codes and images hardly repeat. */
  void write(String folder, int[] files, WritingListener listener) {
    session
        .conf()
        .set(SQLConf.FILE_COMMIT_PROTOCOL_CLASS().key(), RangeCommitProtocol.class.getName());
    try (FileCount count =
        FileCount.start(
            session.sparkContext(), UUID.randomUUID().toString(), ranges, files, listener)) {
      rows(files)
          .write()
          .mode(SaveMode.Append)
          .option(RangeCommitProtocol.ALGORITHM, RangeCommitProtocol.MOVE_WITH_TASK)
          .option(
              RangeCommitProtocol.NAMES,
              Arrays.stream(files).mapToObj(ranges::name).collect(Collectors.joining("/")))
          .option("maxRecordsPerFile", 0)
          .option("parquet.enable.dictionary", "false")
          .parquet(folder);
    }
  }

  /** The rows of these files, each file a partition. */
  private Dataset<Row> rows(int[] files) {
    return rows.of(
        session,
        Arrays.stream(files)
            .mapToObj(file -> new LabelledRows.Range(ranges.start(file), ranges.end(file)))
            .toList());
  }
}
