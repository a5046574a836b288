// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.DirectByteBufferAllocator;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * A new Parquet file, read by Spark with the schema it was written with, metadata of columns
 * included. Columns are numbers, text, bytes, arrays of numbers, and structs and vectors of these.
 *
 * <p>Sizes of row groups and pages are Parquet's settings {@code parquet.block.size} (128 MB) and
 * {@code parquet.page.size} (here 256 KB); a page ends for all columns at once.
 */
public final class UniformRowFile implements Closeable {

  /** Of a page unless said otherwise: fits the cache of a core. */
  private static final int PAGE_BYTES = 1 << 18;

  private final MessageType schema;
  private final StructType sparkSchema;
  private final CodecFactory codecs;
  private final CompressionCodecName codec;
  private final long groupBytes;
  private final int pageBytes;
  private final ParquetFileWriter file;
  private final List<LeafColumn> leaves;
  private final List<CellWriter> cells;
  private ColumnChunkPageWriteStore group;
  private long groupRows;
  private int pageRows;
  private boolean finished;

  /**
   * @param path where nothing may be
   * @param codec of all pages
   * @throws IllegalArgumentException for a column of another type
   */
  public UniformRowFile(
      Path path, StructType sparkSchema, Configuration hadoop, CompressionCodecName codec)
      throws IOException {
    this.sparkSchema = sparkSchema;
    this.codec = codec;
    schema = new SparkToParquetSchemaConverter(new SQLConf()).convert(sparkSchema);
    leaves = schema.getColumns().stream().map(LeafColumn::new).toList();
    cells = new CellWriters(leaves).of(sparkSchema, 0);
    groupBytes = ParquetOutputFormat.getLongBlockSize(hadoop);
    pageBytes = hadoop.getInt(ParquetOutputFormat.PAGE_SIZE, PAGE_BYTES);
    codecs =
        CodecFactory.createDirectCodecFactory(hadoop, new DirectByteBufferAllocator(), pageBytes);
    file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, hadoop),
            schema,
            ParquetFileWriter.Mode.CREATE,
            groupBytes,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    file.start();
    startGroup();
  }

  private void startGroup() {
    group =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(codec),
            schema,
            new HeapByteBufferAllocator(),
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    groupRows = 0;
  }

  /**
   * Appends a row, which may change afterwards.
   *
   * @throws IllegalArgumentException if an array is of another length than in the first row, null
   *     where it was not, or has nulls
   */
  public void write(InternalRow row) throws IOException {
    for (int cell = 0; cell < cells.size(); cell++) {
      cells.get(cell).write(row, cell);
    }
    pageRows++;
    if (isPageFull()) {
      endPage();
    }
  }

  /** Before one more row like these would not fit; a page is never much larger than asked. */
  private boolean isPageFull() {
    if (pageRows == ParquetProperties.DEFAULT_PAGE_ROW_COUNT_LIMIT) {
      return true;
    }
    for (LeafColumn leaf : leaves) {
      if (leaf.pageBytes() + leaf.pageBytes() / pageRows > pageBytes) {
        return true;
      }
    }
    return false;
  }

  private void endPage() throws IOException {
    long bytes = 0;
    for (LeafColumn leaf : leaves) {
      leaf.endPage(group.getPageWriter(leaf.column()), pageRows);
      bytes += group.getPageWriter(leaf.column()).getMemSize();
    }
    groupRows += pageRows;
    pageRows = 0;
    if (bytes >= groupBytes) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    file.startBlock(groupRows);
    group.flushToFileWriter(file);
    file.endBlock();
    startGroup();
  }

  /** Writes what is held back and makes the file whole; nothing can be appended afterwards. */
  public void finish() throws IOException {
    finish(Map.of());
  }

  /**
   * The same.
   *
   * @param more what the footer says beside what Spark needs
   */
  public void finish(Map<String, String> more) throws IOException {
    if (pageRows > 0) {
      endPage();
    }
    if (groupRows > 0) {
      endGroup();
    }
    Map<String, String> metadata = new TreeMap<>(more);
    metadata.put(ParquetReadSupport.SPARK_METADATA_KEY(), sparkSchema.json());
    metadata.put(
        "org.apache.spark.version", org.apache.spark.package$.MODULE$.SPARK_VERSION_SHORT());
    end(metadata);
  }

  private void end(Map<String, String> metadata) throws IOException {
    finished = true;
    file.end(metadata);
  }

  /** Without {@link #finish}, leaves a file that lacks rows behind. */
  @Override
  public void close() throws IOException {
    codecs.release();
    if (!finished) {
      end(Map.of());
    }
  }
}
