package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.stage.StageFiles;
import org.disentangle.train.History;

/**
 * The data part of a saved model, in plain files: {@code G.zip}, {@code D.zip} and so on, one a
 * network, are DL4J models, {@code architecture.json} says what they are made of, {@code
 * training.json} where training stopped, and {@code history} is Parquet with one row per round.
 */
final class ModelFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARCHITECTURE = "architecture.json";
  private static final String TRAINING = "training.json";
  private static final String HISTORY = "history";

  private ModelFiles() {}

  static void write(ModelData<?> data, StageFiles files) throws IOException {
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
                Map.of(
                    "numCodes",
                    data.latent().numCodes(),
                    "noiseDim",
                    data.latent().noiseDim(),
                    "prior",
                    data.latent().prior().id(),
                    "categories",
                    data.latent().categories(),
                    "iteration",
                    data.state().iteration(),
                    TrainedWith.KEY,
                    data.trainedWith()))));
    writeHistory(data.history(), files);
  }

  static void writeHistory(History history, StageFiles files) {
    history.toDataFrame(files.session()).write().parquet(files.path(HISTORY));
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a file is missing, damaged or does not
   *     fit the others
   */
  static <N extends Record & CodeNetworks> ModelData<N> read(
      StageFiles files, String uid, Class<N> type) {
    NetworkFiles stored = new NetworkFiles(files, uid);
    N networks =
        stored.reading(
            ARCHITECTURE,
            in -> NetworksJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), type));
    Training training = stored.reading(TRAINING, Training::from);
    TreeMap<String, NetworkState> states = new TreeMap<>();
    networks
        .architectures()
        .forEach((name, architecture) -> states.put(name, stored.state(name, architecture)));
    return new ModelData<>(
        networks,
        training.latent(),
        new TrainingState(training.iteration(), states),
        history(stored),
        training.trainedWith());
  }

  /** What {@code training.json} says. */
  private record Training(LatentSpace latent, long iteration, TrainedWith trainedWith) {

    static Training from(InputStream in) throws IOException {
      JsonNode json = JSON.readTree(in);
      return new Training(
          new LatentSpace(
              json.required("numCodes").asInt(),
              json.required("noiseDim").asInt(),
              Prior.of(json.path("prior").asText(Prior.UNIFORM.id())),
              categories(json)),
          json.required("iteration").asLong(),
          TrainedWith.of(json.path(TrainedWith.KEY)));
    }

    private static List<Integer> categories(JsonNode json) {
      List<Integer> counts = new ArrayList<>();
      json.path("categories").forEach(count -> counts.add(count.asInt()));
      return counts;
    }
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if it is missing or damaged
   */
  static History history(NetworkFiles stored) {
    StageFiles files = stored.files();
    try {
      return History.fromDataFrame(files.parquet(HISTORY));
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw stored.damaged(HISTORY, e);
    }
  }
}
