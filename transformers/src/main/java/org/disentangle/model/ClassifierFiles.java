// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.stage.StageFiles;

/**
 * The data part of a saved image classifier, in plain files: {@code classifier.zip} is a DL4J graph
 * whose output is the class probabilities, {@code architecture.json} says what it is made of, and
 * {@code training.json} holds the names of the classes and the losses.
 */
final class ClassifierFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NETWORK = "classifier";
  private static final String ARCHITECTURE = "architecture.json";
  private static final String TRAINING = "training.json";
  private static final String CLASS_NAMES = "classNames";
  private static final String LOSSES = "losses";

  private ClassifierFiles() {}

  static void write(ImageClassifierModelData data, StageFiles files) throws IOException {
    NetworkFiles.write(files, NETWORK, data.network(), data.state());
    NetworkFiles.text(files, ARCHITECTURE, NetworksJson.write(data.network()));
    NetworkFiles.text(
        files,
        TRAINING,
        JSON.writeValueAsString(
            new TreeMap<>(
                Map.of(
                    CLASS_NAMES,
                    data.classNames(),
                    LOSSES,
                    data.losses(),
                    TrainedWith.KEY,
                    data.trainedWith()))));
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a file is missing, damaged or does not
   *     fit the others
   */
  static ImageClassifierModelData read(StageFiles files, String uid) {
    NetworkFiles stored = new NetworkFiles(files, uid);
    ClassifierNetwork network =
        stored.reading(
            ARCHITECTURE,
            in ->
                NetworksJson.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    ClassifierNetwork.class));
    Training training = stored.reading(TRAINING, Training::from);
    int names = training.classNames().size(); // none where classes are numbers alone
    if (names > 0 && names != network.numClasses()) {
      throw stored
          .errors()
          .file(
              files.path(TRAINING),
              String.format(Locale.ROOT, "%d names of classes", names),
              String.format(
                  Locale.ROOT, "%d, as the network of architecture.json has", network.numClasses()),
              NetworkFiles.OF_ANOTHER,
              null);
    }
    return new ImageClassifierModelData(
        network,
        stored.state(NETWORK, network),
        training.classNames(),
        training.losses(),
        training.trainedWith());
  }

  /** What {@code training.json} says. */
  private record Training(List<String> classNames, List<Double> losses, TrainedWith trainedWith) {

    static Training from(InputStream in) throws IOException {
      JsonNode json = JSON.readTree(in);
      List<String> names = new ArrayList<>();
      json.required(CLASS_NAMES).forEach(name -> names.add(name.asText()));
      List<Double> losses = new ArrayList<>();
      json.required(LOSSES).forEach(loss -> losses.add(loss.asDouble()));
      return new Training(names, losses, TrainedWith.of(json.path(TrainedWith.KEY)));
    }
  }
}
