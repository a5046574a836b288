package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows that a sampler and a model make of ids, in one pass: equal to {@code
 * model.transform(sampler.transform(ids))}, but without a Row between the stages.
 */
public final class LabelledRows {

  /**
   * Ids that follow each other.
   *
   * @param start first id
   * @param end the one after the last
   */
  public record Range(long start, long end) implements Serializable {}

  private final InfoGanCrModel model;
  private final CodeSampler sampler;
  private final StructType schema;

  /**
   * @param sampler for this model: {@link CodeSampler#of}
   * @throws org.disentangle.stage.InvalidInputException if the two do not fit
   */
  public LabelledRows(InfoGanCrModel model, CodeSampler sampler) {
    this.model = model;
    this.sampler = sampler;
    StructType ids = new StructType().add(sampler.getIdCol(), DataTypes.LongType, false);
    schema = model.transformSchema(sampler.transformSchema(ids));
  }

  /** The rows of these ranges, each range a partition. */
  public Dataset<Row> of(SparkSession session, List<Range> ranges) {
    LabelledBatches batches = LabelledBatches.of(model, sampler, schema);
    JavaRDD<InternalRow> rows =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .parallelize(ranges, ranges.size())
            .mapPartitions(batches::rows);
    return session.internalCreateDataFrame(rows.rdd(), schema, false);
  }
}
