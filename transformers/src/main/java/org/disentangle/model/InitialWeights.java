// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StoredStage;

/**
 * Weights from which another training starts: those of a saved model or of a training's newest
 * checkpoint.
 *
 * @param errors of the stage that starts from them
 * @param path where they were found
 * @param architectures of its networks by name
 * @param state weights and optimiser state of these
 */
public record InitialWeights(
    InputErrors errors, String path, Map<String, Architecture> architectures, TrainingState state) {

  private static final String PARAM = "initialModel";

  /**
   * Loads them.
   *
   * @param path folder of a saved model, a selected one included, or of checkpoints; or the name of
   *     a model of the class path, such as {@code pretrained:squares}
   * @throws InvalidInputException if it is neither
   */
  public static InitialWeights load(InputErrors errors, SparkSession session, String path) {
    try {
      TrainedModel model = found(session, path);
      return model instanceof DisentangledModel<?> coded
          ? new InitialWeights(
              errors, path, coded.data().networks().architectures(), coded.data().state())
          : of(errors, path, ((StyleContentModel) model).data());
    } catch (InvalidInputException refusal) {
      throw errors.refused(refusal.in("parameter " + PARAM));
    }
  }

  private static InitialWeights of(InputErrors errors, String path, StyleContentModelData data) {
    return new InitialWeights(errors, path, data.networks().architectures(), data.state());
  }

  private static TrainedModel found(SparkSession session, String path) {
    if (PretrainedModels.isName(path)) {
      return saved(session, path);
    }
    SavedTraining training = new SavedTraining(session, path);
    return training.checkpoints().isEmpty()
        ? saved(session, path)
        : training.newest(TrainedModel.class);
  }

  private static TrainedModel saved(SparkSession session, String path) {
    return StoredStage.type(TrainedModel.class, session, path).equals(SelectedModel.class.getName())
        ? StoredStage.load(SelectedModel.class, session, path).best()
        : StoredStage.load(TrainedModel.class, session, path);
  }

  /**
   * A state that a training starts from at iteration 0: these weights where a network of that name
   * is here, and fresh ones elsewhere.
   *
   * @param fresh networks as they would be without these weights
   * @param expected architectures of all networks that are trained
   * @param optimiser whether the state of the optimisers is taken too; else they start afresh
   * @throws InvalidInputException if no network is here, one has other layers, or an optimiser
   *     state is missing
   */
  public TrainingState into(
      TrainingState fresh, Map<String, Architecture> expected, boolean optimiser) {
    Set<String> shared = new TreeSet<>(architectures.keySet());
    shared.retainAll(fresh.networks().keySet());
    if (shared.isEmpty()) {
      throw refused(
          String.format(Locale.ROOT, "a model with networks %s", architectures.keySet()),
          String.format(
              Locale.ROOT, "a model with some of the networks %s", fresh.networks().keySet()));
    }
    TreeMap<String, NetworkState> states = new TreeMap<>(fresh.networks());
    for (String name : shared) {
      requireAlike(name, expected.get(name), fresh.network(name));
      states.put(name, taken(name, state.network(name), fresh.network(name), optimiser));
    }
    return new TrainingState(0, states);
  }

  private void requireAlike(String name, Architecture expected, NetworkState fresh) {
    Architecture found = architectures.get(name);
    if (!found.equals(expected)) {
      throw refused(
          described(name, found, state.network(name)),
          described(name, expected, fresh)
              + (found.input().size() == expected.input().size() ? ", layer by layer" : ""));
    }
  }

  private static String described(String name, Architecture architecture, NetworkState weights) {
    return String.format(
        Locale.ROOT,
        "network %s of %d inputs and %d parameters",
        name,
        architecture.input().size(),
        weights.parameters().length);
  }

  private NetworkState taken(
      String name, NetworkState saved, NetworkState fresh, boolean optimiser) {
    if (!optimiser) {
      return new NetworkState(saved.parameters(), fresh.updaterState(), fresh.updates());
    }
    if (saved.updaterState().length != fresh.updaterState().length) {
      throw refused(
          String.format(
              Locale.ROOT,
              "network %s with %d values of optimiser state",
              name,
              saved.updaterState().length),
          String.format(
              Locale.ROOT, "%d values, as initialOptimiser is true", fresh.updaterState().length));
    }
    return saved;
  }

  private InvalidInputException refused(String found, String expected) {
    return errors.parameter(
        PARAM,
        String.format(Locale.ROOT, "%s, %s", path, found),
        expected,
        "Preset, numCodes and noiseDim have to be those of the initial model.");
  }
}
