package org.disentangle.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** One planned read: which columns, and which rows in which partition. */
final class RowScan implements ScanBuilder, SupportsPushDownRequiredColumns, Scan, Batch {

  private final String source;
  private final RowData data;
  private StructType columns;

  RowScan(String source, RowData data) {
    this.source = source;
    this.data = data;
    this.columns = data.schema();
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
    return String.format(
        Locale.ROOT, "%s %d rows, columns %s", source, data.rows(), List.of(columns.fieldNames()));
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    return RowRange.cut(data.rows(), data.numPartitions());
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new RowReaderFactory(data, List.of(columns.fieldNames()));
  }
}
