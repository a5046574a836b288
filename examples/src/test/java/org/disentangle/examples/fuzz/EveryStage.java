package org.disentangle.examples.fuzz;

import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.estimator.BetaTcVae;
import org.disentangle.estimator.BetaVae;
import org.disentangle.estimator.FactorVae;
import org.disentangle.estimator.IbGan;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGan;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.ModelCentrality;
import org.disentangle.estimator.Oogan;
import org.disentangle.estimator.StyleContentVaeGan;
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
import org.disentangle.model.TinyIbGan;
import org.disentangle.model.TinyInfoGan;
import org.disentangle.model.TinyModel;
import org.disentangle.model.TinyOogan;
import org.disentangle.model.TinyStyle;
import org.disentangle.model.TinyVae;
import org.disentangle.selection.Ranked;

/**
 * One of every public stage, set up for images of 1x32x32 and three codes; copies are handed out.
 */
public final class EveryStage {

  static final ImageShape SHAPE = new ImageShape(1, 32, 32);
  private static final InfoGanCrModel MODEL = TinyModel.of(3);
  private static final ImageClassifierModel CLASSIFIER = TinyClassifier.of(SHAPE);

  private EveryStage() {}

  private static InfoGanCr infoGanCr() {
    return new InfoGanCr().setPreset("small32");
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
    return List.of(
        model(),
        TinyInfoGan.of(6),
        TinyOogan.of(7),
        TinyIbGan.of(7),
        TinyVae.of(5),
        classifier(),
        CodeSampler.of(MODEL),
        DiversityPairs.of(MODEL),
        new ImagePreparation(),
        new ArrayImages().setChannels(1).setHeight(32).setWidth(32),
        infoGanCr(),
        new InfoGan().setPreset("small32"),
        new Oogan().setPreset("small32"),
        new IbGan().setPreset("small32"),
        new FactorVae().setPreset("small32"),
        new BetaVae().setPreset("small32"),
        new BetaTcVae().setPreset("small32"),
        new ImageClassifier(),
        TinyStyle.of(5),
        new StyleContentVaeGan().setPreset("small32"),
        new ModelCentrality().setEstimator(infoGanCr()),
        new Udr().setEstimator(infoGanCr()),
        new SupervisedSelection().setEstimator(infoGanCr()).setEvaluator(new FactorVaeEvaluator()),
        selected(MODEL, TinyModel.of(4)));
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
