package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.StageFiles;

/** The data part of a saved selection: {@code selection.json}, and a folder per model. */
final class SelectedFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELECTION = "selection.json";

  private SelectedFiles() {}

  static void write(List<DisentangledModel<?>> models, Ranked ranked, StageFiles files)
      throws IOException {
    NumberedModels.write(models, files);
    NetworkFiles.text(files, SELECTION, JSON.writeValueAsString(ranked));
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a file is missing, damaged or does not
   *     fit the others
   */
  static SelectedModel read(String uid, StageFiles files) {
    Ranked ranked =
        new NetworkFiles(files, uid).reading(SELECTION, in -> ranked(JSON.readTree(in)));
    return new SelectedModel(uid, NumberedModels.read(ranked.scores().length, files), ranked);
  }

  private static Ranked ranked(JsonNode json) throws IOException {
    double[] scores = JSON.treeToValue(json.required("scores"), double[].class);
    int[] ranking = JSON.treeToValue(json.required("ranking"), int[].class);
    double[][] matrix = JSON.treeToValue(json.required("matrix"), double[][].class);
    if (scores.length == 0
        || ranking.length != scores.length
        || Arrays.stream(ranking).anyMatch(i -> i < 0 || i >= scores.length)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d scores and %d ranks", scores.length, ranking.length));
    }
    return new Ranked(json.required("method").asText(), scores, ranking, matrix);
  }
}
