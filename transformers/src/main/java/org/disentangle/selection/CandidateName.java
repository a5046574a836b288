// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.TrainedWith;

/**
 * What a candidate of a selection is called.
 *
 * @param system name of the estimator's class, such as {@code BetaTcVae}; what the model's class
 *     says of it, such as {@code Vae}, where nothing is known of its training
 * @param seed of its training; empty where that is not known
 */
public record CandidateName(String system, Optional<Long> seed) {

  private static final String SEED = "seed";

  /** Of a model, as it was trained or loaded. */
  public static CandidateName of(DisentangledModel<?> model) {
    TrainedWith with = model.trainedWith();
    String system =
        with.isKnown()
            ? with.type().substring(with.type().lastIndexOf('.') + 1)
            : model.getClass().getSimpleName().replaceFirst("Model$", "");
    Map<String, String> params = with.params();
    return new CandidateName(
        system,
        params.containsKey(SEED) ? Optional.of(Long.valueOf(with.value(SEED))) : Optional.empty());
  }

  /** The names of all, in their order. */
  public static List<String> all(List<? extends DisentangledModel<?>> models) {
    return models.stream().map(model -> of(model).toString()).toList();
  }

  /** Such as {@code BetaTcVae seed 42}. */
  @Override
  public String toString() {
    return seed.map(number -> String.format(Locale.ROOT, "%s seed %d", system, number))
        .orElse(system);
  }
}
