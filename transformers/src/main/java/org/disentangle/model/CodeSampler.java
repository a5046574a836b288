package org.disentangle.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Seeds;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasNoiseCol;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.SchemaChecks;
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
    implements HasCodesCol<CodeSampler>,
        HasNoiseCol<CodeSampler>,
        HasSeed<CodeSampler>,
        PersistentStage {

  private static final String CODES = "codes";
  private static final String NOISE = "noise";

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

  /** Column of row ids, 64-bit integers. Default "id", as {@code spark.range} names it. */
  public Param<String> idCol() {
    return declared.stringParam("idCol", Allowed.columnName().byDefault("id"), "column of row ids");
  }

  public String getIdCol() {
    return value(idCol());
  }

  public CodeSampler setIdCol(String column) {
    return with(idCol(), column);
  }

  /** Codes to draw a row, at least 1. No default: it belongs to the model. */
  public IntParam numCodes() {
    return declared.intParam("numCodes", Allowed.atLeast(1), "codes of the model");
  }

  public int getNumCodes() {
    return value(numCodes());
  }

  public CodeSampler setNumCodes(int codes) {
    return with(numCodes(), codes);
  }

  /** Noise values to draw a row, at least 0. Default 0: no noise column. */
  public IntParam noiseDim() {
    return declared.intParam(
        "noiseDim", Allowed.atLeast(0).byDefault(0), "noise values of the model");
  }

  public int getNoiseDim() {
    return value(noiseDim());
  }

  public CodeSampler setNoiseDim(int values) {
    return with(noiseDim(), values);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    SchemaChecks checks = new SchemaChecks(this, schema);
    checks.input(idCol(), ColumnType.NUMBER);
    StructField codes = CodeFields.codes(checks.output(codesCol()), getNumCodes());
    StructType extended = schema.add(codes);
    return getNoiseDim() == 0
        ? extended
        : extended.add(CodeFields.noise(checks.output(noiseCol()), getNoiseDim()));
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    StructType schema = transformSchema(dataset.schema());
    LatentSpace space = new LatentSpace(getNumCodes(), getNoiseDim());
    long seed = getSeed();
    StructType both =
        new StructType()
            .add(CodeFields.codes(CODES, space.numCodes()))
            .add(CodeFields.noise(NOISE, space.noiseDim()));
    UDF1<Long, Row> draw = id -> draw(space, Seeds.mix(seed, id));
    Column drawn =
        functions.udf(draw, both).asNonNullable().apply(functions.col(getIdCol()).cast("long"));
    String struct = uid() + "_drawn";
    Dataset<Row> with =
        dataset
            .withColumn(struct, drawn)
            .withColumn(
                getCodesCol(),
                functions.col(struct).getField(CODES),
                schema.apply(getCodesCol()).metadata());
    if (getNoiseDim() > 0) {
      with =
          with.withColumn(
              getNoiseCol(),
              functions.col(struct).getField(NOISE),
              schema.apply(getNoiseCol()).metadata());
    }
    return with.drop(struct);
  }

  private static Row draw(LatentSpace space, long seed) {
    float[] latent = space.sample(1, new SplittableRandom(seed));
    return org.apache.spark.sql.RowFactory.create(
        Arrays.copyOf(latent, space.numCodes()),
        Arrays.copyOfRange(latent, space.numCodes(), latent.length));
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
