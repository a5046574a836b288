package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.disentangle.stage.InvalidInputException;
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
  private static final String EXPECTED = "a file of a model saved by this library";
  private static final String MAYBE = "the folder was copied or written only in part.";

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
                "iteration", data.state().iteration())));
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
    Training training = reading(files, TRAINING, errors, Training::from);
    TreeMap<String, NetworkState> states = new TreeMap<>();
    for (Map.Entry<String, Architecture> entry : architectures(networks).entrySet()) {
      states.put(
          entry.getKey(),
          reading(files, entry.getKey() + ".zip", errors, in -> state(entry.getValue(), in)));
    }
    return new InfoGanCrModelData(
        networks,
        training.latent(),
        new TrainingState(training.iteration(), states),
        history(files, errors));
  }

  /** What {@code training.json} says. */
  private record Training(LatentSpace latent, long iteration) {

    static Training from(InputStream in) throws IOException {
      JsonNode json = JSON.readTree(in);
      return new Training(
          new LatentSpace(json.required("numCodes").asInt(), json.required("noiseDim").asInt()),
          json.required("iteration").asLong());
    }
  }

  private static History history(StageFiles files, InputErrors errors) {
    try {
      return History.fromDataFrame(files.session().read().parquet(files.path(HISTORY)));
    } catch (Exception e) { // Spark throws checked exceptions it does not declare
      throw damaged(files, HISTORY, errors, e);
    }
  }

  private interface Reading<V> {
    V from(InputStream in) throws Exception;
  }

  private static <V> V reading(
      StageFiles files, String name, InputErrors errors, Reading<V> reading) {
    try (InputStream in = files.open(name)) {
      return reading.from(in);
    } catch (FileNotFoundException e) {
      throw errors.file(files.path(name), "nothing", EXPECTED, MAYBE, e);
    } catch (Exception e) {
      throw damaged(files, name, errors, e);
    }
  }

  private static InvalidInputException damaged(
      StageFiles files, String name, InputErrors errors, Exception e) {
    return errors.file(files.path(name), "something unreadable (" + e + ")", EXPECTED, MAYBE, e);
  }

  /** DL4J restores from local files only. */
  private static NetworkState state(Architecture architecture, InputStream in) throws IOException {
    Path local = Files.createTempFile("disentangle-", ".zip");
    try {
      Files.copy(in, local, StandardCopyOption.REPLACE_EXISTING);
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
