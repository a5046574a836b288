// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.ExperimentVariant;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.stage.InputErrors;

/**
 * The folder of an experiment: {@code experiment.json}, which says which one it is, a folder of
 * runs for every row, and what they add up to.
 *
 * @param out the folder
 */
public record ExperimentFolder(Place out) {

  private static final String IDENTITY = "experiment.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InputErrors ERRORS = new InputErrors("disentangle experiment");

  /** Names of what runs add up to, which is written again whenever the command ends. */
  private static final List<String> RESULTS =
      List.of(
          "results.txt", "results.json", "results.csv", "runs.csv", "curves.csv", "results.png");

  /**
   * Refuses a folder that holds anything but earlier runs of the same experiment.
   *
   * @param overwrite whether another experiment may be there, which is to be replaced
   * @throws org.disentangle.error.InvalidInputException naming the first difference
   */
  public void require(ExperimentPlan plan, boolean overwrite) throws IOException {
    if (!out.exists() || out.names().isEmpty()) {
      return;
    }
    JsonNode before = identity();
    JsonNode now = JSON.readTree(JsonText.of(plan.identity()));
    if (before.isMissingNode()) {
      throw ERRORS.parameter(
          "--out",
          String.format(Locale.ROOT, "%s, which holds %s", out, out.names().get(0)),
          "an empty or missing folder, or one of this experiment",
          "Name another folder.");
    }
    if (!overwrite && !before.equals(now)) {
      throw ERRORS.parameter(
          "--out",
          String.format(Locale.ROOT, "%s, whose runs have %s", out, difference(before, now)),
          "runs of the same table with the same settings",
          "Name another folder, or start again with --overwrite.");
    }
  }

  private static String difference(JsonNode before, JsonNode now) {
    List<String> differences = new ArrayList<>();
    collect("", before, now, differences);
    return differences.get(0);
  }

  private static void collect(String path, JsonNode before, JsonNode now, List<String> found) {
    if (before.isObject() && now.isObject()) {
      before
          .properties()
          .forEach(
              entry ->
                  collect(
                      path + "/" + entry.getKey(),
                      entry.getValue(),
                      now.path(entry.getKey()),
                      found));
      now.fieldNames()
          .forEachRemaining(
              name -> {
                if (!before.has(name)) {
                  found.add(String.format(Locale.ROOT, "no %s", (path + "/" + name).substring(1)));
                }
              });
    } else if (!before.equals(now)) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s %s instead of %s",
              path.substring(1),
              before,
              now.isMissingNode() ? "none" : now));
    }
  }

  /** Notes which experiment it is; with {@code overwrite} after deleting the runs of another. */
  public void begin(ExperimentPlan plan, boolean overwrite) throws IOException {
    if (overwrite) {
      for (String row : rows(identity())) {
        out.child(row).delete();
      }
      for (String name : RESULTS) {
        out.child(name).delete();
      }
    }
    WholeFile.write(
        out.child(IDENTITY), JsonText.of(plan.identity()).getBytes(StandardCharsets.UTF_8), true);
  }

  private static List<String> rows(JsonNode identity) {
    List<String> rows = new ArrayList<>();
    identity
        .path("variants")
        .fieldNames()
        .forEachRemaining(name -> rows.add(ExperimentVariant.folder(name)));
    return rows;
  }

  /** Missing if the folder is not an experiment's. */
  private JsonNode identity() throws IOException {
    Place file = out.child(IDENTITY);
    return file.exists() ? JSON.readTree(TrialFolder.read(file)) : JSON.missingNode();
  }
}
