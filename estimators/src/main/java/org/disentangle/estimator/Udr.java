// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.selection.Relation;
import org.disentangle.metric.selection.UdrScores;
import org.disentangle.model.DisentangledModel;
import org.disentangle.selection.CodesOfRows;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageReader;

/**
 * Chooses the model whose codes match those of the other models best one to one, without labels
 * (Duan et al., "Unsupervised Model Selection for Variational Disentangled Representation
 * Learning", ICLR 2020): all models encode the same images. See {@link UdrScores}. Codes of
 * autoencoders whose Kullback-Leibler divergence from the prior is at most 0.01 nats are left out;
 * those of GANs have none, so that only constant ones are.
 *
 * <p>Models of several systems ({@link #setEstimators}) may be compared: codes are standardised, so
 * their priors do not matter. Of models with other numbers of codes see {@link UdrScores}.
 */
public final class Udr extends ModelSelection<Udr> {

  private static final Map<String, Relation> RELATIONS =
      Map.of("lasso", Relation.LASSO, "spearman", Relation.SPEARMAN);

  public Udr() {
    this(Identifiable$.MODULE$.randomUID("udr"));
  }

  public Udr(String uid) {
    super(uid);
  }

  /**
   * How codes of two models are related: "lasso" (size of the coefficients of a Lasso regression)
   * or "spearman" (size of the rank correlation). Default "lasso".
   */
  public Param<String> relation() {
    return declared()
        .stringParam(
            "relation",
            Allowed.oneOf(List.of("lasso", "spearman")).byDefault("lasso"),
            "how codes of two models are related");
  }

  public String getRelation() {
    return value(relation());
  }

  public Udr setRelation(String relation) {
    return with(relation(), relation);
  }

  /**
   * Images that all models encode, at least 2; those of a larger data set are drawn by content and
   * seed, a smaller one is used whole. Default 1000.
   */
  public IntParam sampleSize() {
    return declared()
        .intParam(
            "sampleSize", Allowed.atLeast(2).byDefault(1000), "images that all models encode");
  }

  public int getSampleSize() {
    return value(sampleSize());
  }

  public Udr setSampleSize(int images) {
    return with(sampleSize(), images);
  }

  @Override
  Ranked rank(List<DisentangledModel<?>> models, Dataset<?> data) {
    CodesOfRows.Encoded encoded = new CodesOfRows(getSampleSize(), getSeed()).of(models, data);
    var result =
        UdrScores.score(
            encoded.codes(),
            encoded.divergences(),
            new UdrScores.Settings(RELATIONS.get(getRelation()), true));
    return new Ranked("udr-" + getRelation(), result.scores(), result.ranking(), result.pairs());
  }

  /** Reads a selection saved by {@link #write()}. */
  public static StageReader<Udr> read() {
    return new StageReader<>(
        Udr.class, (uid, files) -> new Udr(uid).withCandidates(Candidates.read(files)));
  }

  /**
   * Loads a selection with its estimator, grid and models.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved Udr
   */
  public static Udr load(String path) {
    return read().load(path);
  }
}
