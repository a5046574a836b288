package org.disentangle.estimator;

import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.model.IbGanModel;
import org.disentangle.model.ModelData;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.StageReader;

/**
 * IB-GAN (Jeon, Lee, Pyeon and Kim, "IB-GAN: Disentangled Representation Learning with Information
 * Bottleneck Generative Adversarial Networks", AAAI 2021): an InfoGAN whose codes are made of noise
 * by a network, and whose information is bounded from above as well.
 *
 * <pre>{@code
 * IbGanModel model = new IbGan().setPreset("small32").setBeta(0.1).fit(images);
 * }</pre>
 *
 * <p>The history has, besides D's and G's adversarial losses, Q's squared error of z ({@code Q},
 * half of {@code noiseDim} where images carry nothing about z) and the divergence of the codes from
 * their prior in nats ({@code KL}, before {@code beta}; 0 where codes carry nothing).
 *
 * <p>The authors train with RMSprop, this with Adam at corresponding rates: see {@link
 * IbGanProcedure}, which also has the equations.
 */
public final class IbGan extends DisentanglingEstimator<IbGan, IbGanModel, IbGanNetworks>
    implements IbGanParams<IbGan> {

  public IbGan() {
    this(Identifiable$.MODULE$.randomUID("ibGan"));
  }

  public IbGan(String uid) {
    super(uid);
    declared().declareAll();
  }

  @Override
  TrainedSystem<IbGanNetworks> system() {
    IbGanNetworks networks =
        Presets.of(presets(), getPreset()).networks(getNumCodes(), getNoiseDim());
    IbGanProcedure procedure =
        new IbGanProcedure(
            networks,
            getBatchSize(),
            getBeta(),
            getInstanceNoiseIter(),
            IbGanProcedure.adam(getLearningRateG()),
            IbGanProcedure.adam(getLearningRateD()));
    return TrainedSystem.of(networks, procedure.latent(), procedure);
  }

  @Override
  IbGanModel model(ModelData<IbGanNetworks> data) {
    return new IbGanModel(uid(), data);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<IbGan> read() {
    return StageReader.of(IbGan.class, IbGan::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved IbGan
   */
  public static IbGan load(String path) {
    return read().load(path);
  }
}
