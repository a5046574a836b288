// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.selection.CentralityScores;
import org.disentangle.model.DisentangledModel;
import org.disentangle.selection.CandidateName;
import org.disentangle.selection.CrossMatrix;
import org.disentangle.selection.CrossSettings;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the model that agrees best with all others, without labels (Lin et al., "InfoGAN-CR and
 * ModelCentrality", ICML 2020, section 4): well disentangled models are alike, and others are not.
 * The score of a model is the mean of its symmetrised {@link CrossMatrix} entries with the others.
 *
 * <p>Candidates that are alike vote for each other, whether they are good or not: one seed trained
 * twice, one collapse that happened many times. A majority that mixes the factors in the same way
 * wins as well. {@link Ranked#alike()} of the result names those that agree with each other as well
 * as with themselves, and a warning is logged; look at traversals of these before you trust the
 * choice.
 *
 * <p>Among models of several systems ({@link #setEstimators}) each system has the same say, however
 * many models it has ({@link CentralityScores}). Of two systems the one whose own models agree
 * better has the advantage, for entries between two systems count for both alike. Models may use
 * different numbers of codes ({@link CrossMatrix}).
 *
 * <p>It needs no data beyond those for training: with {@link #setModels} the data given to {@code
 * fit} play no part but for their schema.
 */
public final class ModelCentrality extends ModelSelection<ModelCentrality> {

  private static final Logger LOG = LoggerFactory.getLogger(ModelCentrality.class);

  public ModelCentrality() {
    this(Identifiable$.MODULE$.randomUID("modelCentrality"));
  }

  public ModelCentrality(String uid) {
    super(uid);
  }

  /**
   * Groups of generated images of each model, each giving a vote, at least 1. Default 500, as the
   * paper's code for five codes (1000 for ten).
   */
  public IntParam numVotes() {
    return declared()
        .intParam(
            "numVotes",
            Allowed.atLeast(1).byDefault(CrossSettings.DEFAULT.numVotes()),
            "groups of images of each generator, each giving a vote");
  }

  public int getNumVotes() {
    return value(numVotes());
  }

  public ModelCentrality setNumVotes(int votes) {
    return with(numVotes(), votes);
  }

  /** Images of a group, which share the value of one code, at least 2. Default 100. */
  public IntParam votesSampleSize() {
    return declared()
        .intParam(
            "votesSampleSize",
            Allowed.atLeast(2).byDefault(CrossSettings.DEFAULT.votesSampleSize()),
            "images of a group, which share the value of one code");
  }

  public int getVotesSampleSize() {
    return value(votesSampleSize());
  }

  public ModelCentrality setVotesSampleSize(int images) {
    return with(votesSampleSize(), images);
  }

  /** Generated images over which the codes of an encoder are scaled, at least 2. Default 73,728. */
  public IntParam scaleSampleSize() {
    return declared()
        .intParam(
            "scaleSampleSize",
            Allowed.atLeast(2).byDefault(CrossSettings.DEFAULT.scaleSampleSize()),
            "images of each generator over which codes are scaled");
  }

  public int getScaleSampleSize() {
    return value(scaleSampleSize());
  }

  public ModelCentrality setScaleSampleSize(int images) {
    return with(scaleSampleSize(), images);
  }

  @Override
  Ranked rank(List<DisentangledModel<?>> models, Dataset<?> data) {
    CrossSettings settings =
        new CrossSettings(getNumVotes(), getVotesSampleSize(), getScaleSampleSize(), getSeed());
    List<String> systems = models.stream().map(model -> CandidateName.of(model).system()).toList();
    var result =
        CentralityScores.of(CrossMatrix.of(data.sparkSession(), models, settings), systems);
    Ranked ranked =
        new Ranked("model-centrality", result.scores(), result.ranking(), result.similarity());
    if (!ranked.alike().isEmpty()) {
      LOG.warn(
          "{}: models {} agree with each other as well as with themselves, so they vote for each"
              + " other: good models do, and so do copies of one and models that collapsed alike.",
          InputErrors.of(this).stage(),
          ranked.named(CandidateName.all(models)).alikeNames().stream()
              .map(names -> String.join(", ", names))
              .collect(Collectors.joining("; ")));
    }
    return ranked;
  }

  /** Reads a selection saved by {@link #write()}. */
  public static StageReader<ModelCentrality> read() {
    return new StageReader<>(
        ModelCentrality.class,
        (uid, files) -> new ModelCentrality(uid).withCandidates(Candidates.read(files)));
  }

  /**
   * Loads a selection with its estimator, grid and models.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved
   *     ModelCentrality
   */
  public static ModelCentrality load(String path) {
    return read().load(path);
  }
}
