// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.stage.StageFiles;

/**
 * The data part of a saved {@link StyleContentModel}, in plain files as {@link ModelData} writes
 * them: {@code E.zip}, {@code Dec.zip}, {@code D.zip}, {@code architecture.json}, {@code
 * training.json} and {@code history}.
 */
final class StyleContentFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARCHITECTURE = "architecture.json";
  private static final String TRAINING = "training.json";
  private static final String ITERATION = "iteration";

  private StyleContentFiles() {}

  static void write(StyleContentModelData data, StageFiles files) throws IOException {
    for (Map.Entry<String, Architecture> entry : data.networks().architectures().entrySet()) {
      String name = entry.getKey();
      NetworkFiles.write(files, name, entry.getValue(), data.state().network(name));
    }
    NetworkFiles.text(files, ARCHITECTURE, NetworksJson.write(data.networks()));
    NetworkFiles.text(
        files,
        TRAINING,
        JSON.writeValueAsString(
            new TreeMap<>(
                Map.of(ITERATION, data.state().iteration(), TrainedWith.KEY, data.trainedWith()))));
    NetworkFiles.write(files, data.history());
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a file is missing, damaged or does not
   *     fit the others
   */
  static StyleContentModelData read(StageFiles files, String uid) {
    NetworkFiles stored = new NetworkFiles(files, uid);
    StyleContentNetworks networks =
        stored.reading(
            ARCHITECTURE,
            in ->
                NetworksJson.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    StyleContentNetworks.class));
    Training training = stored.reading(TRAINING, Training::from);
    TreeMap<String, NetworkState> states = new TreeMap<>();
    networks
        .architectures()
        .forEach((name, architecture) -> states.put(name, stored.state(name, architecture)));
    return new StyleContentModelData(
        networks,
        new TrainingState(training.iteration(), states),
        stored.history(),
        training.trainedWith());
  }

  /** What {@code training.json} says. */
  private record Training(long iteration, TrainedWith trainedWith) {

    static Training from(InputStream in) throws IOException {
      JsonNode json = JSON.readTree(in);
      return new Training(
          json.required(ITERATION).asLong(), TrainedWith.of(json.path(TrainedWith.KEY)));
    }
  }
}
