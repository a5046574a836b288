// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.stage.StageReader;

/**
 * A trained InfoGAN. Inferred codes are the numbers of Q's likeliest categories, and Q's means of
 * continuous codes, which may lie a little outside [-1, 1]; images are generated from codes and
 * noise in [-1, 1].
 */
public final class InfoGanModel extends DisentangledModel<InfoGanModel>
    implements HasCategoryProbabilities<InfoGanModel> {

  private final ModelData<InfoGanCrNetworks> data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public InfoGanModel() {
    this(Identifiable$.MODULE$.randomUID("infoGanModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public InfoGanModel(String uid, ModelData<InfoGanCrNetworks> data) {
    super(uid, data);
    this.data = data;
    declared().declareAll();
  }

  @Override
  public ModelData<InfoGanCrNetworks> data() {
    return TrainedData.of(this, data);
  }

  @Override
  public InfoGanModel copy(ParamMap extra) {
    InfoGanModel copy = copyValues(new InfoGanModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<InfoGanModel> read() {
    return new StageReader<>(
        InfoGanModel.class,
        (uid, files) -> new InfoGanModel(uid, ModelData.read(files, uid, InfoGanCrNetworks.class)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static InfoGanModel load(String path) {
    return read().load(path);
  }
}
