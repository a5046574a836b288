package org.disentangle.data;

import java.util.Arrays;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.PrunedScan;
import org.apache.spark.sql.types.StructType;

/**
 * The data set as a relation of Spark's first data source interface, for tables of the catalogue.
 */
final class RowRelation extends BaseRelation implements PrunedScan {

  private final Dataset<Row> rows;

  RowRelation(Dataset<Row> rows) {
    this.rows = rows;
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
