// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Distinguishes files of a set that were cut off or exchanged from whole ones by their ends, where
 * Parquet keeps the number of rows. Their rows are not read.
 *
 * @param folder of the set
 */
record WrittenFiles(RowRanges ranges, String folder, SerializableConfiguration hadoop)
    implements Function<Integer, Boolean> {

  /** The name of one that is not whole, if there is any. */
  static Optional<String> broken(
      SparkSession session, RowRanges ranges, String folder, Set<String> written) {
    List<Integer> numbers =
        IntStream.range(0, ranges.files())
            .filter(file -> written.contains(ranges.name(file)))
            .boxed()
            .toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    WrittenFiles broken =
        new WrittenFiles(
            ranges, folder, new SerializableConfiguration(session.sessionState().newHadoopConf()));
    return JavaSparkContext.fromSparkContext(session.sparkContext())
        .parallelize(numbers)
        .filter(broken)
        .take(1)
        .stream()
        .map(ranges::name)
        .findFirst();
  }

  /** Whether the file with this number is not whole. */
  @Override
  public Boolean call(Integer file) {
    Path path = new Path(folder, ranges.name(file));
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop.value()))) {
      return reader.getRecordCount() != ranges.end(file) - ranges.start(file);
    } catch (IOException | RuntimeException e) { // what Parquet throws at other bytes than its own
      return true;
    }
  }
}
