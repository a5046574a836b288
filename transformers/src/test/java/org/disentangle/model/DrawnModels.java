// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.CodeNetworks;
import org.disentangle.net.procedure.CodeProcedure;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.procedure.TinySystems;
import org.disentangle.testing.FoundClasses;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/**
 * A small model of every system that is among the tiny ones, which needs no training: its weights
 * are drawn.
 */
public final class DrawnModels {

  private DrawnModels() {}

  /** The classes of the models of systems with codes, found by reflection. */
  public static List<Class<? extends DisentangledModel<?>>> types() {
    return FoundClasses.in("org.disentangle.model", DisentangledModel.class).stream()
        .filter(type -> DisentangledModel.class.isAssignableFrom(type))
        .filter(type -> type != DisentangledModel.class)
        .<Class<? extends DisentangledModel<?>>>map(DrawnModels::typed)
        .toList();
  }

  @SuppressWarnings("unchecked") // it was looked at
  private static Class<? extends DisentangledModel<?>> typed(Class<?> type) {
    return (Class<? extends DisentangledModel<?>>) type;
  }

  /** For images of 32 x 32, with other weights for another seed. */
  public static <M extends DisentangledModel<?>> M of(Class<M> type, long seed) {
    CodeProcedure<?> procedure = procedure(type, TinySystems.OF_32_PIXELS);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    procedure
        .initialState(seed)
        .only(procedure.networks().architectures().keySet())
        .networks()
        .forEach((name, network) -> networks.put(name, TinyModel.lively(network)));
    String uid = "tiny" + type.getSimpleName().replaceFirst("Model$", "");
    M model = of(type, uid, procedure, new TrainingState(4, networks));
    model.set(model.batchSize(), 8);
    return model;
  }

  /** The first of some systems whose networks a model takes. */
  public static CodeProcedure<?> procedure(
      Class<? extends DisentangledModel<?>> type, List<TinySystem> systems) {
    Class<?> networks = networks(type);
    for (TinySystem system : systems) {
      if (system.procedure() instanceof CodeProcedure<?> procedure
          && networks.isInstance(procedure.networks())) {
        return procedure;
      }
    }
    throw new AssertionError("no tiny system trains " + networks);
  }

  /** The model of what a procedure trained, after a round of two iterations. */
  public static <M extends DisentangledModel<?>> M of(
      Class<M> type, String uid, CodeProcedure<?> procedure, TrainingState state) {
    List<String> losses = procedure.lossNames();
    History history =
        new History(
            losses,
            List.of(
                new RoundRecord(
                    1, 2, Map.of(losses.get(0), 1.5, losses.get(1), .25), 16, .5, 32, .125)));
    ModelData<?> data = data(procedure.networks(), procedure.latent(), state, history);
    try {
      return type.getConstructor(String.class, ModelData.class).newInstance(uid, data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <N extends Record & CodeNetworks> ModelData<N> data(
      N networks, LatentSpace latent, TrainingState state, History history) {
    return new ModelData<>(networks, latent, state, history);
  }

  /** What {@code data()} of a model holds. */
  private static Class<?> networks(Class<?> type) {
    try {
      ParameterizedType data = (ParameterizedType) type.getMethod("data").getGenericReturnType();
      return (Class<?>) data.getActualTypeArguments()[0];
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
