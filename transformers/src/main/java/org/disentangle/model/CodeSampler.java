package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.latent.LatentSpace;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageReader;

/**
 * Draws codes and noise from the prior for every row. The draws of a row follow from the seed and
 * the row's id alone, so any partitioning gives the same rows.
 *
 * <pre>{@code
 * CodeSampler.of(model).setSeed(7).transform(spark.range(10_000).toDF())
 * }</pre>
 */
public final class CodeSampler extends Transformer
    implements LatentDrawParams<CodeSampler>, PersistentStage {

  private final ParamTable declared;

  public CodeSampler() {
    this(Identifiable$.MODULE$.randomUID("codeSampler"));
  }

  public CodeSampler(String uid) {
    declared = new ParamTable(this, uid);
  }

  /** A sampler for a model's latent space, with its column names. */
  public static CodeSampler of(InfoGanCrModel model) {
    return new CodeSampler()
        .setNumCodes(model.numCodes())
        .setNoiseDim(model.noiseDim())
        .setCodesCol(model.getCodesCol())
        .setNoiseCol(model.getNoiseCol());
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * @throws org.disentangle.stage.InvalidInputException if the id column is missing or not whole
   *     numbers, {@code numCodes} is not set, or an output column exists
   */
  @Override
  public StructType transformSchema(StructType schema) {
    return new DrawnLatents(this).schema(schema);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    StructType schema = transformSchema(dataset.schema());
    LatentSpace space = new LatentSpace(getNumCodes(), getNoiseDim());
    return new DrawnLatents(this).add(dataset, schema, random -> List.of(space.sample(1, random)));
  }

  @Override
  public CodeSampler copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static StageReader<CodeSampler> read() {
    return StageReader.of(CodeSampler.class, CodeSampler::new);
  }

  public static CodeSampler load(String path) {
    return read().load(path);
  }
}
