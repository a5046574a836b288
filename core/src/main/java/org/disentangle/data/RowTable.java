// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.io.IOUtils;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.InsertableRelation;
import org.apache.spark.sql.sources.PrunedScan;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The data set as Spark's planner sees it: columns and the one thing it can do, batch reads. */
record RowTable(String name, RowData data) implements SupportsRead {

  /** Abstract in Spark 3.5 although deprecated there; the columns are made from it. */
  @Override
  @SuppressWarnings("deprecation")
  public StructType schema() {
    return data.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return EnumSet.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
    return new RowScan(name, data);
  }

  /** One planned read: which columns, and which rows in which partition. */
  static final class RowScan implements ScanBuilder, SupportsPushDownRequiredColumns, Scan, Batch {

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
          Locale.ROOT,
          "%s %d rows, columns %s",
          source,
          data.rows(),
          List.of(columns.fieldNames()));
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return RowRange.cut(data);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return new RowReaderFactory(data, List.of(columns.fieldNames()));
    }
  }

  /** Carries a read to the executors. */
  record RowReaderFactory(RowData data, List<String> columns) implements PartitionReaderFactory {

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      return new RowReader(data.cells(columns), (RowRange) partition);
    }
  }

  /** Makes the rows of one partition, one after the other, in one row object. */
  static final class RowReader implements PartitionReader<InternalRow> {

    private final List<Cell> cells;
    private final int end;
    private final GenericInternalRow row;
    private int next;

    RowReader(List<Cell> cells, RowRange range) {
      this.cells = cells;
      this.row = new GenericInternalRow(cells.size());
      this.next = range.first();
      this.end = range.end();
    }

    @Override
    public boolean next() throws IOException {
      if (next == end) {
        return false;
      }
      for (int i = 0; i < cells.size(); i++) {
        row.update(i, cells.get(i).value(next));
      }
      next++;
      return true;
    }

    @Override
    public InternalRow get() {
      return row;
    }

    @Override
    public void close() {
      IOUtils.closeStreams(cells.toArray(Cell[]::new));
    }
  }

  /** The rows of one partition, from the first to before the end. */
  record RowRange(int first, int end) implements InputPartition {

    /** Cuts rows into ranges of about the same size, fewer where rows are read together. */
    static RowRange[] cut(RowData data) {
      long rows = data.rows();
      int ranges = data.numPartitions();
      List<RowRange> cut = new ArrayList<>();
      int first = 0;
      for (int i = 1; i <= ranges; i++) {
        int end = i == ranges ? data.rows() : data.rangeStart((int) (i * rows / ranges));
        if (end > first) {
          cut.add(new RowRange(first, end));
          first = end;
        }
      }
      return cut.toArray(RowRange[]::new);
    }
  }

  /**
   * The data set as a relation of Spark's first data source interface, for tables of the catalogue.
   * Spark takes it for one that is written to, so that the refusal says what the source is.
   */
  static final class RowRelation extends BaseRelation implements PrunedScan, InsertableRelation {

    private final String source;
    private final Dataset<Row> rows;

    RowRelation(String source, Dataset<Row> rows) {
      this.source = source;
      this.rows = rows;
    }

    @Override
    public void insert(Dataset<Row> written, boolean overwrite) {
      throw RowSource.writeRefused(source);
    }

    @Override
    public SQLContext sqlContext() {
      return rows.sparkSession().sqlContext();
    }

    @Override
    public StructType schema() {
      return rows.schema();
    }

    @Override
    public RDD<Row> buildScan(String[] columns) {
      return rows.select(Arrays.stream(columns).map(rows::col).toArray(Column[]::new)).rdd();
    }
  }
}
