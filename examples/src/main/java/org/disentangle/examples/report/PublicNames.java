// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;

/** What a user of the command line calls systems and metrics, whose classes have other names. */
final class PublicNames {

  private static final Pattern EVALUATOR = Pattern.compile("\\b([A-Z][A-Za-z0-9]*)Evaluator\\b");

  private PublicNames() {}

  /** Of the system that a model was trained by, such as {@code factor-vae}. */
  static String system(TrainedModel model) {
    TrainedWith with = model.trainedWith();
    return with.isKnown()
        ? Algorithm.ofEstimator(simple(with))
        : model.getClass().getSimpleName();
  }

  /** The line of a training, with the names of system and metrics that a user knows. */
  static String training(TrainedModel model) {
    TrainedWith with = model.trainedWith();
    return metrics(
        with.isKnown()
            ? system(model) + with.toString().substring(simple(with).length())
            : with.toString());
  }

  /** A text in which metrics have their names: {@code factor_vae}, not FactorVaeEvaluator. */
  static String metrics(String text) {
    return EVALUATOR
        .matcher(text)
        .replaceAll(
            found ->
                found.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
  }

  private static String simple(TrainedWith with) {
    return with.type().substring(with.type().lastIndexOf('.') + 1);
  }
}
