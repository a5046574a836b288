package org.disentangle.examples.fuzz;

import java.util.List;
import org.disentangle.estimator.BetaTcVae;
import org.disentangle.estimator.BetaVae;
import org.disentangle.estimator.FactorVae;
import org.disentangle.estimator.IbGan;
import org.disentangle.estimator.InfoGan;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.Oogan;
import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.VaeEstimator;

/** The estimator of every system: a new one is added here. Their models are in TinyModels. */
final class SystemCases {

  static final StageCase<InfoGanCr> INFOGAN_CR =
      new StageCase<InfoGanCr>(
          () -> new InfoGanCr().setPreset("small32"),
          system ->
              system.setMaxIter(1).setBatchSize(4).setNumCodes(2).setNoiseDim(2).setCrStart(0));

  static final List<StageCase<?>> ALL =
      List.<StageCase<?>>of(
          INFOGAN_CR,
          new StageCase<InfoGan>(
              () -> new InfoGan().setPreset("small32"),
              system -> system.setMaxIter(1).setBatchSize(4).setNoiseDim(2)),
          new StageCase<Oogan>(
              () -> new Oogan().setPreset("small32"),
              system -> system.setMaxIter(1).setBatchSize(4).setNumCodes(2).setNoiseDim(2)),
          new StageCase<IbGan>(
              () -> new IbGan().setPreset("small32"),
              system -> system.setMaxIter(1).setBatchSize(4).setNumCodes(2).setNoiseDim(2)),
          new StageCase<FactorVae>(() -> new FactorVae().setPreset("small32"), SystemCases::quick),
          new StageCase<BetaVae>(() -> new BetaVae().setPreset("small32"), SystemCases::quick),
          new StageCase<BetaTcVae>(() -> new BetaTcVae().setPreset("small32"), SystemCases::quick),
          new StageCase<StyleContentVaeGan>(
              () -> new StyleContentVaeGan().setPreset("small32"),
              system ->
                  system.setMaxIter(1).setBatchSize(4).setSpecifiedDim(2).setUnspecifiedDim(2)));

  private SystemCases() {}

  private static <E extends VaeEstimator<E>> E quick(E system) {
    return system.setMaxIter(1).setNumCodes(2).setBatchSize(4);
  }
}
