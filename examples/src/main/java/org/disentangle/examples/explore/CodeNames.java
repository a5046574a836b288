// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.latent.LatentSpace;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;

/**
 * What a page calls a model, its codes and its categories.
 *
 * @param model the title of the page
 * @param summary what it makes, in a sentence; may be empty
 * @param codes a name per code
 * @param categories of each categorical code a name per category
 */
public record CodeNames(
    String model, String summary, List<String> codes, List<List<String>> categories) {

  /**
   * Names of a model's card, or numbers.
   *
   * @param path as the model was named
   * @param given names of the codes; empty for those of the model
   * @throws org.disentangle.error.InvalidInputException if their number is not that of the codes
   */
  public static CodeNames of(String path, List<String> given, LatentSpace space) {
    if (!given.isEmpty() && given.size() != space.numCodes()) {
      throw new InputErrors("disentangle explore")
          .parameter(
              "--names",
              given,
              String.format(Locale.ROOT, "%d names, one per code", space.numCodes()));
    }
    List<List<String>> numbered =
        space.categories().stream().map(count -> numbers("", count)).toList();
    if (!PretrainedModels.isName(path)) {
      String name = path.replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
      return new CodeNames(
          name, "", given.isEmpty() ? numbers("code ", space.numCodes()) : given, numbered);
    }
    PretrainedCard card = PretrainedModels.card(path.substring(PretrainedModels.PREFIX.length()));
    return new CodeNames(
        card.name(),
        card.summary(),
        given.isEmpty() ? card.codes() : given,
        card.categories().isEmpty() ? numbered : card.categories());
  }

  private static List<String> numbers(String before, int count) {
    return IntStream.range(0, count).mapToObj(i -> before + i).toList();
  }
}
