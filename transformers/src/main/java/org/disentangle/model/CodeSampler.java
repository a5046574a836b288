// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.latent.CodeRule;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Draws codes and noise for every row: codes from the prior, balanced, on a grid or fixed, noise
 * from the prior. The draws of a row follow from the seed and the row's id alone, so any
 * partitioning gives the same rows.
 *
 * <pre>{@code
 * CodeSampler.of(model).setSeed(7).transform(spark.range(10_000).toDF());
 * CodeSampler.of(model)
 *     .setCodeNames("shape", "scale", "turn")
 *     .setCodeDraw("balanced")
 *     .setCodeGrid("shape=3", "scale=5")
 *     .setFixedCodes("turn=0");
 * }</pre>
 */
public final class CodeSampler extends Transformer
    implements CodeDrawParams<CodeSampler>, StageParams<CodeSampler>, PersistentStage {

  private final ParamTable declared;

  public CodeSampler() {
    this(Identifiable$.MODULE$.randomUID("codeSampler"));
  }

  public CodeSampler(String uid) {
    declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  /** A sampler for a model's latent space, with its column names. */
  public static CodeSampler of(DisentangledModel<?> model) {
    return new CodeSampler().matching(model);
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
   *     numbers, {@code numCodes} is not set, there are not as many names as codes, a grid or fixed
   *     value does not fit, or an output column exists
   */
  @Override
  public StructType transformSchema(StructType schema) {
    rules();
    return new DrawnLatents(this).schema(schema);
  }

  /**
   * The names of the codes: those given, else {@code code_0}, {@code code_1} and so on.
   *
   * @throws org.disentangle.error.InvalidInputException if there are not as many names as codes
   */
  public List<String> names() {
    return new DrawnLatents(this).codeNames();
  }

  /**
   * How each code comes about, in their order.
   *
   * @throws org.disentangle.error.InvalidInputException if a grid or fixed value does not fit
   */
  public List<CodeRule> rules() {
    return new CodeRules(this, names()).list();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    InputErrors.given(this, "dataset", dataset, "rows");
    StructType schema = transformSchema(dataset.schema());
    LatentDraw draw = LatentDraw.of(this);
    return new DrawnLatents(this)
        .add(dataset, schema, (id, random) -> List.of(draw.of(id, random)));
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
