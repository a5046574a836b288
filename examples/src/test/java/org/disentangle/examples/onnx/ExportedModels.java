// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.estimator.PresetParams;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.StyleContentModelData;
import org.disentangle.model.TinyModels;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.procedure.Presets;
import org.disentangle.testing.EverySystem;
import org.disentangle.train.History;

/** Models of every preset of every system, with drawn weights, biases and statistics. */
final class ExportedModels {

  private ExportedModels() {}

  /** By name; models of the same networks once. */
  static Map<String, TrainedModel> all() {
    Map<Object, String> names = new LinkedHashMap<>();
    Map<String, TrainedModel> all = new LinkedHashMap<>();
    for (Estimator<?> system : EverySystem.estimators()) {
      for (String preset : Presets.ids(((PresetParams<?>) system).presets())) {
        add(names, all, preset, system, Map.of("preset", preset));
      }
      add(
          names,
          all,
          "with what is off",
          system,
          Map.of("preset", "small32", "probabilistic", true, "qVariance", "learned"));
    }
    TinyModels.all()
        .forEach(
            entry ->
                all.put(
                    "tiny " + entry.model().getClass().getSimpleName(),
                    lively((TrainedModel) entry.model())));
    return all;
  }

  private static void add(
      Map<Object, String> names,
      Map<String, TrainedModel> all,
      String name,
      Estimator<?> system,
      Map<String, Object> params) {
    Estimator<?> estimator = EverySystem.with((Estimator<?>) system.copy(ParamMap.empty()), params);
    TrainedModel model = ((TrainsInRounds<?>) estimator).untrained(1000, 2).model().get();
    String whole = system.getClass().getSimpleName() + " " + name;
    if (names.putIfAbsent(networks(model), whole) == null) {
      all.put(whole, lively(model));
    }
  }

  private static Object networks(TrainedModel model) {
    return model instanceof DisentangledModel<?> coded
        ? List.of(coded.data().networks(), coded.latent())
        : ((StyleContentModel) model).data().networks();
  }

  private static TrainedModel lively(TrainedModel model) {
    if (model instanceof StyleContentModel styled) {
      StyleContentModelData data = styled.data();
      return new StyleContentModel(
          "lively",
          new StyleContentModelData(data.networks(), lively(data.state()), data.history()));
    }
    ModelData<?> data = ((DisentangledModel<?>) model).data();
    try {
      return (TrainedModel)
          model
              .getClass()
              .getConstructor(String.class, ModelData.class)
              .newInstance("lively", lively(data));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <N extends Record & CodeNetworks> ModelData<N> lively(ModelData<N> data) {
    N networks = data.networks();
    LatentSpace latent = data.latent();
    History history = data.history();
    return new ModelData<>(networks, latent, lively(data.state()), history);
  }

  private static TrainingState lively(TrainingState state) {
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, lively(network)));
    return new TrainingState(4, networks);
  }

  /** No bias and no moving mean is 0 any more; no moving variance is below 1. */
  private static NetworkState lively(NetworkState state) {
    SplittableRandom random = new SplittableRandom(9);
    float[] weights = state.parameters().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1.5f * weights[i] + (float) (0.05 * (random.nextDouble() - 0.5));
    }
    return new NetworkState(weights, new float[0], 11);
  }
}
