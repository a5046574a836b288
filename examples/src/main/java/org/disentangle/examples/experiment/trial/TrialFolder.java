// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.stage.InputErrors;

/**
 * Where a run is kept: {@code VARIANT/seed-N} in the experiment's folder.
 *
 * @param folder of the run
 */
public record TrialFolder(Place folder) {

  private static final String SCORE = "score.json";

  /** All that a run keeps, besides pictures. */
  private static final List<String> FILES =
      List.of("model", "checkpoints", SCORE, "command.txt", "history.csv");

  /** The folder of a run below that of its experiment. */
  static TrialFolder of(Place experiment, Trial trial) {
    return new TrialFolder(
        experiment
            .child(trial.variant().folder())
            .child(String.format(Locale.ROOT, "seed-%d", trial.seed())));
  }

  /** The trained model. */
  Place model() {
    return folder.child("model");
  }

  /** Whether something of this name is a run's. */
  static boolean keeps(String name) {
    return FILES.contains(name) || name.endsWith(".png");
  }

  /** Whether the model is there, whole. */
  boolean hasModel() {
    return model().child("metadata").child("_SUCCESS").exists();
  }

  /** Where the training saves as it goes. */
  Place checkpoints() {
    return folder.child("checkpoints");
  }

  /** What came of the run, if it is finished. */
  Optional<TrialScore> score() throws IOException {
    Place file = folder.child(SCORE);
    if (!file.exists()) {
      return Optional.empty();
    }
    String json = file.text();
    try {
      TrialScore score = JsonText.read(json, TrialScore.class);
      if (score.variant() == null || score.measures() == null) {
        throw new IllegalArgumentException("no variant or no measures");
      }
      return Optional.of(score);
    } catch (IllegalArgumentException e) {
      throw new InputErrors("experiment")
          .file(
              file,
              "text that is not what came of a run",
              "a file as this command writes it",
              "Delete it, and the run is measured again.",
              e);
    }
  }

  /** Finishes the run. */
  void write(TrialScore score) throws IOException {
    write(SCORE, JsonText.of(score));
  }

  /** Writes a small file. */
  void write(String name, String text) throws IOException {
    WholeFile.write(folder.child(name), text.getBytes(StandardCharsets.UTF_8), true);
  }
}
