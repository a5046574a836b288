package org.disentangle.data;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
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
}
