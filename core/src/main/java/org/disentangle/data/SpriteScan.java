package org.disentangle.data;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** One planned read: which columns, and which rows in which partition. */
final class SpriteScan implements ScanBuilder, SupportsPushDownRequiredColumns, Scan, Batch {

  private final SpriteOptions options;
  private StructType columns;

  SpriteScan(SpriteOptions options, StructType columns) {
    this.options = options;
    this.columns = columns;
  }

  /** Leaves out whole columns only: an image of which one field is used is still one image. */
  @Override
  public void pruneColumns(StructType required) {
    List<String> names = List.of(required.fieldNames());
    columns =
        new StructType(
            Arrays.stream(columns.fields())
                .filter(field -> names.contains(field.name()))
                .toArray(StructField[]::new));
  }

  @Override
  public Scan build() {
    return this;
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "%s %d images of %d px, columns %s"
        .formatted(
            SpriteSource.NAME,
            options.selection().rows(),
            options.imageSize(),
            List.of(columns.fieldNames()));
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    long rows = options.selection().rows();
    int partitions = options.numPartitions();
    InputPartition[] ranges = new InputPartition[partitions];
    for (int i = 0; i < partitions; i++) {
      ranges[i] =
          new SpriteRange((int) (i * rows / partitions), (int) ((i + 1) * rows / partitions));
    }
    return ranges;
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new SpriteReaderFactory(options, List.of(columns.fieldNames()));
  }
}
