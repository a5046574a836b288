// SPDX-License-Identifier: Apache-2.0
package org.disentangle.pretrained;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a trained model on the class path; {@code card.json} beside it.
 *
 * @param name by which it is loaded, without the prefix
 * @param summary in one sentence, what the model makes
 * @param model class, such as {@code VaeModel}
 * @param images their shape, such as {@code 1x32x32}: channels, height, width
 * @param codes a name per code: categorical codes first
 * @param categories of each categorical code a name per category; empty if they have none
 * @param licence of the weights, and where the images come from
 * @param commands that train and pack it again
 * @param trainedWith estimator, what was set, seed and images, in a line
 * @param data images that it was measured on, as {@code --data} of the command line takes them
 * @param seed of the random draws of the metrics
 * @param metrics what was measured, by the metrics' names
 */
public record PretrainedCard(
    String name,
    String summary,
    String model,
    String images,
    List<String> codes,
    List<List<String>> categories,
    String licence,
    List<String> commands,
    String trainedWith,
    String data,
    long seed,
    Map<String, Double> metrics) {

  /** Copies lists and metrics, which keep their order. */
  public PretrainedCard {
    codes = List.copyOf(codes);
    categories = categories.stream().map(List::copyOf).toList();
    commands = List.copyOf(commands);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
