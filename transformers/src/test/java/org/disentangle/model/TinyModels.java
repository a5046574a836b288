// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Model;

/**
 * A small model of every kind that generates, for images of 1 x 32 x 32. Those that need nothing
 * special are found by reflection.
 */
public final class TinyModels {

  /**
   * A column of vectors that a model generates from.
   *
   * @param column its name
   * @param size values per vector
   * @param categories how many the first value is one of, or 0 if it is a number like the others
   */
  public record Input(String column, int size, int categories) {

    private static Input of(String column, int size) {
      return new Input(column, size, 0);
    }
  }

  /**
   * A model and what it generates from; it also reads images.
   *
   * @param model never the same object twice
   * @param inputs one or two columns
   */
  public record Entry(Model<?> model, List<Input> inputs) {}

  private TinyModels() {}

  public static List<Entry> all() {
    Input codes = Input.of("codes", 3);
    Input noise = Input.of("noise", 2);
    Map<Class<?>, Entry> all = new LinkedHashMap<>();
    for (Entry special :
        List.of(
            new Entry(TinyModel.of(3), List.of(codes, noise)),
            new Entry(TinyInfoGan.of(6), List.of(new Input("codes", 3, 4), noise)),
            new Entry(TinyOogan.of(7), List.of(codes, noise)),
            new Entry(
                TinyStyle.of(5), List.of(Input.of("specified", 3), Input.of("unspecified", 2))))) {
      all.put(special.model().getClass(), special);
    }
    for (Class<? extends DisentangledModel<?>> type : DrawnModels.types()) {
      all.computeIfAbsent(type, any -> drawn(DrawnModels.of(type, 7)));
    }
    return List.copyOf(all.values());
  }

  private static Entry drawn(DisentangledModel<?> model) {
    List<Integer> categories = model.latent().categories();
    Input codes =
        new Input("codes", model.numCodes(), categories.isEmpty() ? 0 : categories.get(0));
    return new Entry(
        model,
        model.noiseDim() == 0
            ? List.of(codes)
            : List.of(codes, Input.of("noise", model.noiseDim())));
  }
}
