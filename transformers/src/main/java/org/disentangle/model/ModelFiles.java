package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.InfoGanCrNetworks;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.procedure.InfoGanCr;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageFiles;
import org.disentangle.train.History;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The data part of a saved model, in plain files: {@code G.zip}, {@code D.zip} and {@code H.zip}
 * are DL4J models, {@code architecture.json} says what they are made of, {@code training.json}
 * where training stopped, and {@code history} is Parquet with one row a round.
 */
final class ModelFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARCHITECTURE = "architecture.json";
  private static final String TRAINING = "training.json";
  private static final String HISTORY = "history";

  private ModelFiles() {}

  static void write(InfoGanCrModelData data, StageFiles files) throws IOException {
    for (Map.Entry<String, Architecture> entry : architectures(data.networks()).entrySet()) {
      Network network = network(entry.getValue());
      network.load(data.state().network(entry.getKey()));
      try (OutputStream out = files.create(entry.getKey() + ".zip")) {
        ModelSerializer.writeModel(network.graph(), out, true);
      }
    }
    text(files, ARCHITECTURE, NetworksJson.write(data.networks()));
    text(
        files,
        TRAINING,
        JSON.writeValueAsString(
            Map.of(
                "numCodes", data.latent().numCodes(),
                "noiseDim", data.latent().noiseDim(),
                "iteration", data.state().iteration(),
                "losses", data.history().lossNames())));
    data.history().toDataFrame(files.session()).write().parquet(files.path(HISTORY));
  }

  /**
   * @throws org.disentangle.stage.InvalidInputException if a file is missing, damaged or does not
   *     fit the others
   */
  static InfoGanCrModelData read(StageFiles files, String uid) {
    InputErrors errors = new InputErrors(uid);
    InfoGanCrNetworks networks =
        reading(
            files,
            ARCHITECTURE,
            errors,
            in -> NetworksJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    JsonNode training = reading(files, TRAINING, errors, JSON::readTree);
    TreeMap<String, NetworkState> states = new TreeMap<>();
    for (Map.Entry<String, Architecture> entry : architectures(networks).entrySet()) {
      states.put(
          entry.getKey(),
          reading(files, entry.getKey() + ".zip", errors, in -> state(entry.getValue(), in)));
    }
    History history =
        reading(
            files,
            TRAINING,
            errors,
            in -> History.fromDataFrame(files.session().read().parquet(files.path(HISTORY))));
    return new InfoGanCrModelData(
        networks,
        new LatentSpace(
            training.required("numCodes").asInt(), training.required("noiseDim").asInt()),
        new TrainingState(training.required("iteration").asLong(), states),
        history);
  }

  private interface Reading<V> {
    V from(InputStream in) throws Exception;
  }

  private static <V> V reading(
      StageFiles files, String name, InputErrors errors, Reading<V> reading) {
    try (InputStream in = files.open(name)) {
      return reading.from(in);
    } catch (Exception e) {
      throw errors.file(
          files.path(name),
          e.toString(),
          "a file of a model saved by this library",
          "the folder was copied or written only in part.",
          e);
    }
  }

  /** DL4J restores from local files only. */
  private static NetworkState state(Architecture architecture, InputStream in) throws IOException {
    Path local = Files.createTempFile("disentangle-", ".zip");
    try {
      Files.copy(in, local, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      ComputationGraph graph = ModelSerializer.restoreComputationGraph(local.toFile(), true);
      Network network = network(architecture);
      NetworkState state =
          new NetworkState(
              graph.params().toFloatVector(),
              graph.getUpdater().getStateViewArray().toFloatVector(),
              graph.getConfiguration().getIterationCount());
      network.load(state);
      return state;
    } finally {
      Files.delete(local);
    }
  }

  private static Network network(Architecture architecture) {
    return new Network(architecture, AdamSettings.adversarial(1e-3), DataType.FLOAT, 0);
  }

  private static Map<String, Architecture> architectures(InfoGanCrNetworks networks) {
    return Map.of(
        InfoGanCr.G, networks.generator(),
        InfoGanCr.D, networks.discriminator(),
        InfoGanCr.H, networks.contrast());
  }

  private static void text(StageFiles files, String name, String text) throws IOException {
    try (OutputStream out = files.create(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
