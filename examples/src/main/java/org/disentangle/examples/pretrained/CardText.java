// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.pretrained;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;

/** A card in lines for readers. */
public record CardText(PretrainedCard card) {

  private static final double KILOBYTE = 1e3;

  /** Name, what it makes, size, scores, licence and what made it, of a model that ships. */
  public String text() {
    return text(PretrainedModels.size(card.name()));
  }

  /**
   * The same of a model that may not be on the class path.
   *
   * @param bytes that it takes
   */
  public String text(long bytes) {
    List<String> lines = new ArrayList<>();
    lines.add(PretrainedModels.PREFIX + card.name());
    lines.add("  " + card.summary());
    add(
        lines,
        "model",
        String.format(
            Locale.ROOT,
            "%s, images of %s, %.0f kB",
            card.model(),
            card.images(),
            bytes / KILOBYTE));
    add(lines, "codes", String.join(", ", card.codes()));
    for (List<String> names : card.categories()) {
      add(lines, "categories", String.join(", ", names));
    }
    add(lines, "scores", scores() + " on " + card.data());
    add(lines, "trained with", card.trainedWith());
    add(lines, "licence", card.licence());
    card.commands().forEach(command -> add(lines, "made by", command));
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String name, String value) {
    lines.add(String.format(Locale.ROOT, "  %-13s %s", name + ":", value));
  }

  private String scores() {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, Double> score : card.metrics().entrySet()) {
      texts.add(String.format(Locale.ROOT, "%s %.3f", score.getKey(), score.getValue()));
    }
    return String.join(", ", texts);
  }
}
