// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.PathFilter;
import org.apache.spark.ml.source.image.ImageFileFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.execution.datasources.binaryfile.BinaryFileFormat;
import scala.collection.JavaConverters;

/**
 * Files without bytes below a DataFrame of the sources {@code binaryFile} and {@code image}. Spark
 * makes no rows of them and says nothing.
 */
final class EmptyFiles {

  private EmptyFiles() {}

  /** Their paths, sorted. */
  static List<String> below(Dataset<?> dataset) {
    LogicalPlan plan = dataset.queryExecution().analyzed();
    return JavaConverters.seqAsJavaList(plan.collectLeaves()).stream()
        .flatMap(EmptyFiles::ofLeaf)
        .sorted()
        .toList();
  }

  private static Stream<String> ofLeaf(LogicalPlan leaf) {
    if (leaf instanceof LogicalRelation logical
        && logical.relation() instanceof HadoopFsRelation files
        && (files.fileFormat() instanceof BinaryFileFormat
            || files.fileFormat() instanceof ImageFileFormat)
        && files.location() instanceof PartitioningAwareFileIndex index) {
      PathFilter wanted = wanted(files);
      return JavaConverters.seqAsJavaList(index.allFiles()).stream()
          .filter(file -> file.getLen() == 0 && wanted.accept(file.getPath()))
          .map(FileStatus::getPath)
          .map(Object::toString);
    }
    return Stream.empty();
  }

  /** The source's option {@code pathGlobFilter}; file names without it pass all. */
  private static PathFilter wanted(HadoopFsRelation files) {
    return files
        .options()
        .find(option -> option._1().equalsIgnoreCase("pathGlobFilter"))
        .map(option -> glob(option._2()))
        .getOrElse(() -> path -> true);
  }

  private static PathFilter glob(String pattern) {
    try {
      return new GlobFilter(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
