// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.stage.StageReader;

/**
 * A trained variational autoencoder, whatever its objective was. The prior of its codes is a
 * standard normal distribution and there is no noise; generated images are the decoder's
 * probabilities. Codes that carry nothing about the image ("collapsed") stay near 0 in mean and
 * move nothing.
 */
public final class VaeModel extends DisentangledModel<VaeModel>
    implements VaeModelParams<VaeModel> {

  private final ModelData<VaeNetworks> data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public VaeModel() {
    this(Identifiable$.MODULE$.randomUID("vaeModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public VaeModel(String uid, ModelData<VaeNetworks> data) {
    super(uid, data);
    this.data = data;
    declared().declareAll();
  }

  @Override
  public ModelData<VaeNetworks> data() {
    return TrainedData.of(this, data);
  }

  @Override
  InferredCodes codeDraw() {
    return InferredCodes.of(this);
  }

  @Override
  public VaeModel copy(ParamMap extra) {
    VaeModel copy = copyValues(new VaeModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<VaeModel> read() {
    return new StageReader<>(
        VaeModel.class,
        (uid, files) -> new VaeModel(uid, ModelData.read(files, uid, VaeNetworks.class)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static VaeModel load(String path) {
    return read().load(path);
  }
}
