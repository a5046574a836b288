// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.stage.StageReader;

/**
 * A trained OOGAN. Inferred codes are Q's means, which may lie a little outside [-1, 1]; images are
 * generated from codes and noise in [-1, 1].
 */
public final class OoganModel extends DisentangledModel<OoganModel>
    implements HasCategoryProbabilities<OoganModel> {

  private final ModelData<OoganNetworks> data;

  /**
   * Without networks, only so that a server of Spark Connect finds the class: whatever needs them
   * is refused. Train or {@link #load} a model instead.
   */
  public OoganModel() {
    this(Identifiable$.MODULE$.randomUID("ooganModel"), null);
  }

  /**
   * @param uid the estimator's uid
   */
  public OoganModel(String uid, ModelData<OoganNetworks> data) {
    super(uid, data);
    this.data = data;
    declared().declareAll();
  }

  @Override
  public ModelData<OoganNetworks> data() {
    return TrainedData.of(this, data);
  }

  @Override
  public OoganModel copy(ParamMap extra) {
    OoganModel copy = copyValues(new OoganModel(uid(), data), extra);
    return copy.setParent(parent());
  }

  /** Reads a model saved by {@link #write()}. */
  public static StageReader<OoganModel> read() {
    return new StageReader<>(
        OoganModel.class,
        (uid, files) -> new OoganModel(uid, ModelData.read(files, uid, OoganNetworks.class)));
  }

  /**
   * Loads a model.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved model, or one
   *     of its files is missing or damaged
   */
  public static OoganModel load(String path) {
    return read().load(path);
  }
}
