package org.disentangle.examples.generation;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanCrModel;

/** Writes ranges of rows, each as one task that leaves one file. */
final class RangeWriter {

  private final SparkSession session;
  private final InfoGanCrModel model;
  private final CodeSampler sampler;
  private final RowRanges ranges;

  /**
   * @throws org.disentangle.stage.InvalidInputException if model and sampler do not fit
   */
  RangeWriter(SparkSession session, InfoGanCrModel model, CodeSampler sampler, RowRanges ranges) {
    this.session = session.newSession();
    this.model = model;
    this.sampler = sampler;
    this.ranges = ranges;
    rows(new int[] {0});
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
    Dataset<Row> ids =
        session
            .range(0, files.length, 1, files.length)
            .mapPartitions(new Ids(ranges, files), Encoders.LONG())
            .toDF(sampler.getIdCol());
    return model.transform(sampler.transform(ids));
  }

  /** From positions in the list of files to the ids of their rows. */
  private record Ids(RowRanges ranges, int[] files) implements MapPartitionsFunction<Long, Long> {

    @Override
    public Iterator<Long> call(Iterator<Long> positions) {
      if (!positions.hasNext()) {
        return Collections.emptyIterator();
      }
      int file = files[Math.toIntExact(positions.next())];
      return LongStream.range(ranges.start(file), ranges.end(file)).iterator();
    }
  }
}
