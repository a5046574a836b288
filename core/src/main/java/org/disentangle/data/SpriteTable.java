package org.disentangle.data;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The data set as Spark's planner sees it: columns and the one thing it can do, batch reads. */
final class SpriteTable implements SupportsRead {

  private final SpriteOptions options;

  SpriteTable(SpriteOptions options) {
    this.options = options;
  }

  /** Abstract in Spark 3.5 although deprecated there; the columns are made from it. */
  @Override
  @SuppressWarnings("deprecation")
  public StructType schema() {
    return SpriteColumns.schema(options.imageFormat(), options.imageSize());
  }

  @Override
  public String name() {
    return SpriteSource.NAME;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return EnumSet.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap ignored) {
    return new SpriteScan(options, schema());
  }
}
