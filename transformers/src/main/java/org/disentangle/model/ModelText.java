// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import org.disentangle.file.JsonText;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageText;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Saved;

/**
 * All that a model is besides its weights, as JSON that checkpoints carry: class, uid and Params,
 * networks, latent space, and what it is trained with.
 */
public final class ModelText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NETWORKS = "networks";
  private static final String ARCHITECTURE = "architecture";
  private static final String TRAINING = "training";

  private ModelText() {}

  /** The text of a model, which may be without weights. */
  public static String of(TrainedModel model, TrainedWith trainedWith) {
    ObjectNode json = StageText.of((StageParams<?>) model);
    Record networks;
    if (model instanceof DisentangledModel<?> coded) {
      networks = (Record) coded.data().networks();
      json.set(TRAINING, coded.data().training());
    } else {
      networks = ((StyleContentModel) model).data().networks();
    }
    json.put(NETWORKS, networks.getClass().getName());
    json.set(ARCHITECTURE, JsonText.tree(NetworksJson.write(networks)));
    json.set(TrainedWith.KEY, JSON.valueToTree(trainedWith));
    return json.toString();
  }

  /**
   * The model of a checkpoint.
   *
   * @throws org.disentangle.error.InvalidInputException if the checkpoint has no such text, or
   *     names classes that are not there
   */
  static TrainedModel model(Saved saved, InputErrors errors) {
    JsonNode json = JsonText.tree(saved.model());
    TrainedWith trainedWith = TrainedWith.of(json.path(TrainedWith.KEY)).of(saved.data());
    Class<? extends TrainedModel> type = StageText.type(json, TrainedModel.class, errors, "class");
    TrainedModel model =
        type == StyleContentModel.class
            ? styleContent(json, saved, trainedWith)
            : coded(json, saved, trainedWith, type, errors);
    StageText.apply(json, (StageParams<?>) model);
    return model;
  }

  private static StyleContentModel styleContent(
      JsonNode json, Saved saved, TrainedWith trainedWith) {
    StyleContentNetworks networks =
        NetworksJson.read(json.path(ARCHITECTURE).toString(), StyleContentNetworks.class);
    return new StyleContentModel(
        StageText.uid(json),
        new StyleContentModelData(networks, saved.state(), saved.history(), trainedWith));
  }

  private static TrainedModel coded(
      JsonNode json,
      Saved saved,
      TrainedWith trainedWith,
      Class<? extends TrainedModel> type,
      InputErrors errors) {
    ObjectNode named = JSON.createObjectNode().set("class", json.path(NETWORKS));
    Class<? extends CodeNetworks> networks =
        StageText.type(named, CodeNetworks.class, errors, NETWORKS);
    ModelData<?> data = data(json, saved, trainedWith, networks.asSubclass(Record.class));
    try {
      return type.getConstructor(String.class, ModelData.class)
          .newInstance(StageText.uid(json), data);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }

  @SuppressWarnings("unchecked") // the class is one of networks of codes
  private static <N extends Record & CodeNetworks> ModelData<N> data(
      JsonNode json, Saved saved, TrainedWith trainedWith, Class<? extends Record> type) {
    N networks = (N) NetworksJson.read(json.path(ARCHITECTURE).toString(), type);
    return new ModelData<>(
        networks,
        ModelData.latent(json.path(TRAINING)),
        saved.state().only(networks.architectures().keySet()),
        saved.history(),
        trainedWith);
  }
}
