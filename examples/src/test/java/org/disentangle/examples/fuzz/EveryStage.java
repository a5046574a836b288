// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.ModelCentrality;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.estimator.Udr;
import org.disentangle.evaluator.BetaVaeEvaluator;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.evaluator.CodeIndependenceEvaluator;
import org.disentangle.evaluator.DciEvaluator;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.ExplicitnessEvaluator;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.evaluator.IrsEvaluator;
import org.disentangle.evaluator.MutualInformationEvaluator;
import org.disentangle.evaluator.PerceptualDiversityEvaluator;
import org.disentangle.evaluator.SapEvaluator;
import org.disentangle.image.ImageShape;
import org.disentangle.model.ArrayImages;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DiversityPairs;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.ImagePreparation;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.model.TinyModel;
import org.disentangle.model.TinyModels;
import org.disentangle.selection.Ranked;
import org.disentangle.testing.EverySystem;

/**
 * One of every public stage, set up for images of 1x32x32 and three codes; copies are handed out.
 */
public final class EveryStage {

  static final ImageShape SHAPE = new ImageShape(1, 32, 32);
  private static final InfoGanCrModel MODEL = TinyModel.of(3);
  private static final ImageClassifierModel CLASSIFIER = TinyClassifier.of(SHAPE);

  private static final StageCase<InfoGanCr> INFOGAN_CR =
      new StageCase<>(
          () -> new InfoGanCr().setPreset("small32"),
          system ->
              system.setMaxIter(1).setBatchSize(4).setNumCodes(2).setNoiseDim(2).setCrStart(0));

  /** What fits something and is no system. */
  private static final List<StageCase<?>> OTHERS =
      List.<StageCase<?>>of(
          new StageCase<ImageClassifier>(
              ImageClassifier::new, fits -> fits.setEpochs(1).setBatchSize(8)),
          new StageCase<ModelCentrality>(
              () -> new ModelCentrality().setEstimator(INFOGAN_CR.stage()),
              fits -> overTwo(fits).setNumVotes(8).setVotesSampleSize(5).setScaleSampleSize(20)),
          new StageCase<Udr>(
              () -> new Udr().setEstimator(INFOGAN_CR.stage()),
              fits -> overTwo(fits).setRelation("spearman")),
          new StageCase<SupervisedSelection>(
              () ->
                  new SupervisedSelection()
                      .setEstimator(INFOGAN_CR.stage())
                      .setEvaluator(new FactorVaeEvaluator()),
              fits -> overTwo(fits).setSeed(5)));

  private EveryStage() {}

  private static <S extends ModelSelection<S>> S overTwo(S selection) {
    return selection.setNumRuns(2).setEstimator(INFOGAN_CR.quick());
  }

  /** The second of two models. */
  public static SelectedModel selected(InfoGanCrModel first, InfoGanCrModel second) {
    double[][] similarity = {{1, 0.5}, {0.5, 1}};
    return new SelectedModel(
        "selected",
        List.of(first, second),
        new Ranked("supervised", new double[] {0.25, 0.5}, new int[] {1, 0}, similarity));
  }

  public static InfoGanCrModel model() {
    return MODEL.copy(ParamMap.empty());
  }

  public static ImageClassifierModel classifier() {
    return CLASSIFIER.copy(ParamMap.empty());
  }

  /** For images of another shape. */
  public static ImageClassifierModel classifier(ImageShape shape) {
    return TinyClassifier.of(shape);
  }

  /** Transformers and estimators. */
  public static List<PipelineStage> pipelineStages() {
    List<PipelineStage> all = transformers();
    all.addAll(EverySystem.small());
    OTHERS.forEach(each -> all.add(each.stage()));
    return all;
  }

  /** The same, those that fit something with as little training as there can be. */
  public static List<PipelineStage> quickStages() {
    List<PipelineStage> all = transformers();
    all.addAll(EverySystem.quick());
    OTHERS.forEach(each -> all.add(each.quick()));
    return all;
  }

  private static List<PipelineStage> transformers() {
    List<PipelineStage> all = new ArrayList<>();
    TinyModels.all().forEach(each -> all.add(each.model()));
    all.add(classifier());
    all.add(CodeSampler.of(MODEL));
    all.add(DiversityPairs.of(MODEL));
    all.add(new ImagePreparation());
    all.add(new ArrayImages().setChannels(1).setHeight(32).setWidth(32));
    all.add(selected(MODEL, TinyModel.of(4)));
    return all;
  }

  public static List<Evaluator> evaluators() {
    return List.of(
        new BetaVaeEvaluator(),
        new CategoricalCodeEvaluator(),
        new CodeIndependenceEvaluator(),
        new DciEvaluator(),
        new DisentanglementEvaluator(),
        new ExplicitnessEvaluator(),
        new FactorVaeEvaluator(),
        new ImageQualityEvaluator(),
        new IrsEvaluator(),
        new MutualInformationEvaluator(),
        new PerceptualDiversityEvaluator(),
        new SapEvaluator());
  }
}
