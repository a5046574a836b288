// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * What a fitted model consists of besides its Params, and how that is saved, in plain files: {@code
 * G.zip}, {@code D.zip} and so on, one per network, are DL4J models, {@code architecture.json} says
 * what they are made of, {@code training.json} where training stopped, and {@code history} is
 * Parquet with one row per round.
 *
 * @param <N> the networks of the system
 * @param networks the architectures of all networks
 * @param latent how many codes and noise values there are, and their prior
 * @param state weights, non-trained state and optimiser state of the networks
 * @param history every round of the training
 * @param trainedWith Params and data of the training
 */
public record ModelData<N extends Record & CodeNetworks>(
    N networks, LatentSpace latent, TrainingState state, History history, TrainedWith trainedWith)
    implements Serializable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARCHITECTURE = "architecture.json";
  private static final String TRAINING = "training.json";

  /** In {@code training.json} where noise has a distribution of its own. */
  private static final String NOISE_PRIOR = "noisePrior";

  /** Of a model that is only asked for its schema: without weights, and never saved. */
  public static <N extends Record & CodeNetworks> ModelData<N> untrained(
      N networks, LatentSpace latent) {
    return new ModelData<>(networks, latent, null, null);
  }

  /**
   * Of a training, which may have other networks besides.
   *
   * @param state null for a model without weights
   * @param history null for a model without weights
   */
  public static <N extends Record & CodeNetworks> ModelData<N> of(
      N networks,
      LatentSpace latent,
      TrainingState state,
      History history,
      TrainedWith trainedWith) {
    return new ModelData<>(
        networks,
        latent,
        state == null ? null : state.only(networks.architectures().keySet()),
        history,
        trainedWith);
  }

  /** With a training of which nothing is known. */
  public ModelData(N networks, LatentSpace latent, TrainingState state, History history) {
    this(networks, latent, state, history, TrainedWith.UNKNOWN);
  }

  /** Saves them in the folder of the model. */
  void write(StageFiles files) throws IOException {
    for (Map.Entry<String, Architecture> entry : networks.architectures().entrySet()) {
      String name = entry.getKey();
      NetworkFiles.write(files, name, entry.getValue(), state.network(name));
    }
    NetworkFiles.text(files, ARCHITECTURE, NetworksJson.write(networks));
    NetworkFiles.text(files, TRAINING, JSON.writeValueAsString(training()));
    NetworkFiles.write(files, history);
  }

  /** What {@code training.json} says; at iteration 0 where there are no weights. */
  JsonNode training() {
    TreeMap<String, Object> training =
        new TreeMap<>(
            Map.of(
                "numCodes",
                latent.numCodes(),
                "noiseDim",
                latent.noiseDim(),
                "prior",
                latent.prior().id(),
                "categories",
                latent.categories(),
                "iteration",
                state == null ? 0 : state.iteration(),
                TrainedWith.KEY,
                trainedWith));
    if (latent.noisePrior() != latent.prior()) {
      training.put(NOISE_PRIOR, latent.noisePrior().id());
    }
    return JSON.valueToTree(training);
  }

  /**
   * The latent space of what {@link #training} gives.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static LatentSpace latent(JsonNode training) {
    return Training.from(training).latent();
  }

  /**
   * Reads what {@link #write} saved.
   *
   * @param uid of the model, for messages
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
    Training training = stored.reading(TRAINING, in -> Training.from(JSON.readTree(in)));
    new LatentFit(stored.errors(), files.path(TRAINING), training.latent())
        .check(networks, training.trainedWith());
    TreeMap<String, NetworkState> states = new TreeMap<>();
    networks
        .architectures()
        .forEach((name, architecture) -> states.put(name, stored.state(name, architecture)));
    return new ModelData<>(
        networks,
        training.latent(),
        new TrainingState(training.iteration(), states),
        stored.history(),
        training.trainedWith());
  }

  /** What {@code training.json} says. */
  private record Training(LatentSpace latent, long iteration, TrainedWith trainedWith) {

    static Training from(JsonNode json) {
      String prior = json.path("prior").asText(Prior.UNIFORM.id());
      return new Training(
          new LatentSpace(
              whole("numCodes", json.required("numCodes")),
              whole("noiseDim", json.required("noiseDim")),
              Prior.of(prior),
              categories(json),
              Prior.of(json.path(NOISE_PRIOR).asText(prior))),
          json.required("iteration").asLong(),
          TrainedWith.of(json.path(TrainedWith.KEY)));
    }

    private static List<Integer> categories(JsonNode json) {
      List<Integer> counts = new ArrayList<>();
      json.path("categories").forEach(count -> counts.add(whole("categories", count)));
      return counts;
    }

    private static int whole(String name, JsonNode number) {
      if (!number.isIntegralNumber() || !number.canConvertToInt()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s: found %s; expected a whole number", name, number));
      }
      return number.intValue();
    }
  }
}
