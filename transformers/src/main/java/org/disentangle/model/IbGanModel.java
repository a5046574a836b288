// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.stage.StageReader;

/**
 * A trained IB-GAN. Its codes are the representation r: images are generated from r alone, whose
 * prior is a standard normal distribution, and the codes of an image are R's distribution of r for
 * the noise z that Q finds in the image. Codes that carry nothing about the image ("collapsed")
 * stay near 0 in mean and move nothing.
 */
public final class IbGanModel extends DisentangledModel<IbGanModel>
    implements VaeModelParams<IbGanModel> {

  private final ModelData<IbGanNetworks> data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public IbGanModel() {
    this(Identifiable$.MODULE$.randomUID("ibGanModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public IbGanModel(String uid, ModelData<IbGanNetworks> data) {
    super(uid, data);
    this.data = data;
    declared().declareAll();
  }

  @Override
  public ModelData<IbGanNetworks> data() {
    return TrainedData.of(this, data);
  }

  @Override
  InferredCodes codeDraw() {
    return InferredCodes.of(this);
  }

  @Override
  public IbGanModel copy(ParamMap extra) {
    IbGanModel copy = copyValues(new IbGanModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<IbGanModel> read() {
    return new StageReader<>(
        IbGanModel.class,
        (uid, files) -> new IbGanModel(uid, ModelData.read(files, uid, IbGanNetworks.class)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static IbGanModel load(String path) {
    return read().load(path);
  }
}
