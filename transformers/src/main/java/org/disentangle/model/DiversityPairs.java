// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.disentangle.latent.ExchangedCodes;
import org.disentangle.latent.LatentSpace;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.HasPairCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Draws the codes of two images for every row, as perceptual diversity compares them (Liu et al.,
 * "OOGAN", 2020): all is equal but two codes, of which one image has the first at its least and the
 * second at its largest value, and the other image the reverse.
 *
 * <pre>{@code
 * Dataset<Row> latents = DiversityPairs.of(model).setSeed(7).transform(spark.range(1000).toDF());
 * Dataset<Row> features = network.transform(model.transform(latents));
 * double diversity = new PerceptualDiversityEvaluator().evaluate(features);
 * }</pre>
 *
 * <p>Each row becomes two that follow each other, with all its columns, the id once more as {@code
 * pairCol}, codes and noise. Ids must differ. The draws of a row follow from the seed and the id
 * alone, so any partitioning gives the same rows.
 */
public final class DiversityPairs extends Transformer
    implements LatentDrawParams<DiversityPairs>,
        HasPairCol<DiversityPairs>,
        StageParams<DiversityPairs>,
        PersistentStage {

  private final ParamTable declared;

  public DiversityPairs() {
    this(Identifiable$.MODULE$.randomUID("diversityPairs"));
  }

  public DiversityPairs(String uid) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  /** Pairs for a model's latent space, with its column names. */
  public static DiversityPairs of(DisentangledModel<?> model) {
    return new DiversityPairs().matching(model);
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  @Override
  public String explainParam(Param<?> param) {
    return declared.explain(param);
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if the id column is missing or not whole
   *     numbers, {@code numCodes} is not set or 1, or an output column exists
   */
  @Override
  public StructType transformSchema(StructType schema) {
    if (getNumCodes() < 2) {
      throw InputErrors.of(this)
          .parameter("numCodes", getNumCodes(), "at least 2, because two codes are exchanged");
    }
    return new DrawnLatents(this).schema(withPair(schema));
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    StructType schema = transformSchema(dataset.schema());
    LatentSpace space = latent();
    Dataset<Row> pairs =
        dataset.withColumn(
            getPairCol(),
            ExactColumn.named(getIdCol()).cast("long").as(getPairCol(), Metadata.empty()));
    return new DrawnLatents(this)
        .add(
            pairs,
            schema,
            (id, random) -> {
              ExchangedCodes pair = ExchangedCodes.sample(space, random);
              return List.of(pair.first(), pair.second());
            });
  }

  private StructType withPair(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    boolean nullable = checks.input(idCol(), ColumnType.WHOLE_NUMBER).nullable();
    return schema.add(checks.output(pairCol()), DataTypes.LongType, nullable);
  }

  @Override
  public DiversityPairs copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static StageReader<DiversityPairs> read() {
    return StageReader.of(DiversityPairs.class, DiversityPairs::new);
  }

  public static DiversityPairs load(String path) {
    return read().load(path);
  }
}
