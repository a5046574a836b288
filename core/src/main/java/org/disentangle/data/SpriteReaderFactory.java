package org.disentangle.data;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;

/** Carries a read to the executors. */
record SpriteReaderFactory(SpriteOptions options, List<String> columns)
    implements PartitionReaderFactory {

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new SpriteReader(options, columns, (SpriteRange) partition);
  }
}
