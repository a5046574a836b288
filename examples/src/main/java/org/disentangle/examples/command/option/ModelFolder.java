// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.stage.StoredStage;

/**
 * A folder that a command's option names as that of a trained model. Where a model of another kind
 * is, it is said which commands take that one.
 */
public record ModelFolder(SparkSession session, String path) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /**
   * A model of codes; of a selection the best one.
   *
   * @throws InvalidInputException if the folder holds none
   */
  public DisentangledModel<?> ofCodes() {
    requireNoShippedName();
    String type = StoredStage.type(DisentangledModel.class, session, path);
    if (type.equals(StyleContentModel.class.getName())) {
      throw another(
          "a model of a specified and an unspecified code (StyleContentModel)",
          "a model of codes (InfoGAN-CR, InfoGAN, OOGAN, IB-GAN or an autoencoder)",
          "Use disentangle swap, which draws what this model makes of images.");
    }
    return codes(type);
  }

  private DisentangledModel<?> codes(String type) {
    return type.equals(SelectedModel.class.getName())
        ? StoredStage.load(SelectedModel.class, session, path).best()
        : DisentangledModel.load(session, path);
  }

  /**
   * A model of codes, or of a specified and an unspecified one; of a selection the best one.
   *
   * @throws InvalidInputException if the folder holds none
   */
  TrainedModel ofEncoder() {
    requireNoShippedName();
    String type = StoredStage.type(DisentangledModel.class, session, path);
    return type.equals(StyleContentModel.class.getName())
        ? StoredStage.load(StyleContentModel.class, session, path)
        : codes(type);
  }

  /**
   * A model that generates and encodes images, whatever its codes are; of a selection the best one.
   *
   * @throws InvalidInputException if the folder holds none
   */
  public TrainedModel ofAnyCodes() {
    requireNoShippedName();
    String type = StoredStage.type(TrainedModel.class, session, path);
    if (type.equals(ImageClassifierModel.class.getName())) {
      throw another(
          "an image classifier (ImageClassifierModel)",
          "a model that generates and encodes images",
          null);
    }
    return type.equals(SelectedModel.class.getName())
        ? StoredStage.load(SelectedModel.class, session, path).best()
        : StoredStage.load(TrainedModel.class, session, path);
  }

  /**
   * A model of a specified and an unspecified code.
   *
   * @throws InvalidInputException if the folder holds none
   */
  public StyleContentModel ofStyleAndContent() {
    String type = StoredStage.type(StyleContentModel.class, session, path);
    if (StyleContentModel.class.getName().equals(type) || !isOurs(type)) {
      return StoredStage.load(StyleContentModel.class, session, path);
    }
    throw another(
        "a saved " + type.substring(type.lastIndexOf('.') + 1),
        "a model of a specified and an unspecified code (StyleContentModel)",
        "Use disentangle traverse, which draws what the codes of other models do.");
  }

  /** A model that ships is not a folder. */
  private void requireNoShippedName() {
    if (PretrainedModels.names().contains(path)
        && !QualifiedPath.of(ERRORS, path, session.sparkContext().hadoopConfiguration())
            .exists(ERRORS, null)) {
      throw another(
          "nothing",
          "the folder of a trained model",
          "Write " + PretrainedModels.PREFIX + path + " for the model of that name that ships.");
    }
  }

  private static boolean isOurs(String type) {
    return type.startsWith(DisentangledModel.class.getPackageName() + ".");
  }

  private InvalidInputException another(String found, String expected, String advice) {
    return ERRORS.file(path, found, expected, advice, null);
  }
}
