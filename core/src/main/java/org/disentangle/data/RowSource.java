// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.disentangle.error.InvalidInputException;

/**
 * A Spark data source of numbered rows with fixed columns: for {@code spark.read().format(...)} and
 * for {@code USING} in SQL, reads only. Rows come in the order of their numbers and are the same
 * for any number of partitions; columns that a query does not use are not computed.
 *
 * <p>A subclass is public with a public constructor without arguments, and is listed in {@code
 * META-INF/services}.
 */
public abstract class RowSource
    implements TableProvider, RelationProvider, CreatableRelationProvider, DataSourceRegister {

  /** The advice to whoever writes. */
  static final String READS_ONLY =
      "This source only reads: write rows as Parquet (in SQL, USING parquet).";

  private final String name;
  private Map<String, String> describedOptions;
  private RowData described;

  /**
   * @param name the name for {@code format(...)} and {@code USING}
   */
  protected RowSource(String name) {
    this.name = name;
  }

  /**
   * The data set that these options mean.
   *
   * @throws IllegalArgumentException for an unknown option, a value out of range, or a file that
   *     cannot be used
   */
  protected abstract RowData describe(OptionReader options);

  @Override
  public final String shortName() {
    return name;
  }

  @Override
  public final StructType inferSchema(CaseInsensitiveStringMap options) {
    return data(options).schema();
  }

  /**
   * Spark then asks for the table with the schema of rows that are to be written, in place of
   * saying nothing but that there is no file where they are to go.
   */
  @Override
  public final boolean supportsExternalMetadata() {
    return true;
  }

  @Override
  public final Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    CaseInsensitiveStringMap options = new CaseInsensitiveStringMap(properties);
    return new RowTable(
        name, options.equals(describedOptions) ? data(options) : withSchema(schema, options));
  }

  /** A read with a schema of the user's, which has to be that of the files, or a write. */
  private RowData withSchema(StructType schema, CaseInsensitiveStringMap options) {
    RowData data;
    try {
      data = data(options);
    } catch (InvalidInputException e) {
      throw perhapsWritten(e);
    }
    if (!schema.catalogString().equals(data.schema().catalogString())) {
      throw InvalidInputException.of(
              "the user-specified schema",
              schema.catalogString(),
              data.schema().catalogString() + ", which the data set has",
              "Leave the schema out, and select columns. " + READS_ONLY)
          .in(name);
    }
    return data;
  }

  /** A refusal where Spark may have been asked to write, which it does not say. */
  private InvalidInputException perhapsWritten(InvalidInputException e) {
    String advice = e.advice().map(text -> text + " " + READS_ONLY).orElse(READS_ONLY);
    return InvalidInputException.of(e.problem(), advice).in(name).causedBy(e);
  }

  /**
   * For tables of the catalogue, {@code CREATE TABLE ... USING}, which are of the older kind. With
   * {@code AS SELECT} Spark first reads the place where the new rows are to go.
   */
  @Override
  public final BaseRelation createRelation(
      SQLContext context, scala.collection.immutable.Map<String, String> options) {
    try {
      return new RowTable.RowRelation(
          name, context.sparkSession().read().format(name).options(options).load());
    } catch (InvalidInputException e) {
      throw perhapsWritten(e);
    }
  }

  /** Writes of whatever kind that Spark does not refuse by itself. */
  @Override
  public final BaseRelation createRelation(
      SQLContext context,
      SaveMode mode,
      scala.collection.immutable.Map<String, String> options,
      Dataset<Row> rows) {
    throw writeRefused(name);
  }

  /** The refusal of a write. */
  static InvalidInputException writeRefused(String source) {
    return InvalidInputException.of(
            "found rows to write; expected a format that is written", READS_ONLY)
        .in(source);
  }

  /** One load asks twice, with one instance; files are examined once. */
  private synchronized RowData data(CaseInsensitiveStringMap options) {
    if (!options.equals(describedOptions)) {
      described = describe(new OptionReader(name, options));
      describedOptions = options;
    }
    return described;
  }
}
