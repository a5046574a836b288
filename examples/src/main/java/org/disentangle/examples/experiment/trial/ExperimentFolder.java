// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
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
  private static final String ROWS = "variants";
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
    if (out.exists() && !out.isFolder()) {
      throw ERRORS.parameter("--out", out + ", a file", "a folder");
    }
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
    if (overwrite) {
      requireNothingElse(before);
    } else if (!differences(before, now).isEmpty()) {
      throw ERRORS.parameter(
          "--out",
          String.format(
              Locale.ROOT, "%s, whose runs have %s", out, differences(before, now).get(0)),
          "runs of the same table with the same settings",
          "Name another folder, or start again with --overwrite.");
    }
  }

  /** Of what is deleted, everything is known to be a run's. */
  private void requireNothingElse(JsonNode before) {
    for (String row : rows(before)) {
      for (String run : out.child(row).names()) {
        for (String file : out.child(row).child(run).names()) {
          if (!run.matches("seed--?\\d+") || !TrialFolder.keeps(file)) {
            throw notOurs(String.join("/", row, run, file));
          }
        }
        if (!out.child(row).child(run).isFolder()) {
          throw notOurs(row + "/" + run);
        }
      }
    }
  }

  private InvalidInputException notOurs(String name) {
    return ERRORS.parameter(
        "--out",
        String.format(Locale.ROOT, "%s, which holds %s", out, name),
        "nothing but runs of an experiment where they are to be replaced");
  }

  /** Rows that only one of them has do not count: a table may be run in parts. */
  private static List<String> differences(JsonNode before, JsonNode now) {
    List<String> differences = new ArrayList<>();
    collect("", withRowsOf(before, now), withRowsOf(now, before), differences);
    return differences;
  }

  private static JsonNode withRowsOf(JsonNode identity, JsonNode other) {
    ObjectNode copy = identity.deepCopy();
    if (copy.path(ROWS) instanceof ObjectNode rows) {
      List<String> names = new ArrayList<>();
      other.path(ROWS).fieldNames().forEachRemaining(names::add);
      rows.retain(names);
    }
    return copy;
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
    JsonNode before = identity();
    ObjectNode now = (ObjectNode) JSON.readTree(JsonText.of(plan.identity()));
    if (overwrite) {
      for (String row : rows(before)) {
        out.child(row).delete();
      }
      for (String name : RESULTS) {
        out.child(name).delete();
      }
    } else if (before.path(ROWS) instanceof ObjectNode rows) {
      now.set(ROWS, ((ObjectNode) rows.deepCopy()).setAll((ObjectNode) now.get(ROWS)));
    }
    WholeFile.write(out.child(IDENTITY), JsonText.of(now).getBytes(StandardCharsets.UTF_8), true);
  }

  private List<String> rows(JsonNode identity) {
    List<String> rows = new ArrayList<>();
    identity
        .path(ROWS)
        .fieldNames()
        .forEachRemaining(name -> rows.add(ExperimentVariant.folder(name)));
    for (String row : rows) {
      if (!ExperimentVariant.isFolder(row)) {
        throw damaged("a variant '" + row + "'", null);
      }
    }
    return rows;
  }

  /** Missing if the folder is not an experiment's. */
  private JsonNode identity() throws IOException {
    Place file = out.child(IDENTITY);
    if (!file.exists()) {
      return JSON.missingNode();
    }
    try {
      JsonNode identity = JSON.readTree(file.text());
      if (identity.isObject()) {
        return identity;
      }
    } catch (JsonProcessingException e) {
      throw damaged("text that is no JSON", e);
    }
    throw damaged("no JSON object", null);
  }

  private InvalidInputException damaged(String found, Exception cause) {
    return ERRORS.file(
        out.child(IDENTITY),
        found,
        "a file as this command writes it",
        "Name another folder.",
        cause);
  }
}
